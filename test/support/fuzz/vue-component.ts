import vm from 'node:vm';
import { compileScript, compileTemplate, parse } from '@vue/compiler-sfc';
import * as Vue from '@vue/runtime-core';
import type { HostOfProgram, Log } from '../executed-programs';
import { programOn, shown } from '../executed-programs';
import { compile } from './compile';

/** A node that Vue has rendered. */
interface Rendered {
  tag: string;
  props: Record<string, unknown>;
  children: (Rendered | string)[];
  parent?: Rendered;
}

/** Components that the app has registered under names that runtimes export. */
const REGISTERED = ['Recorder', 'Voice', 'BackgroundAudio', 'SaveFile', 'GetWindowInfo', 'SlotGiver'];

/**
 * Compiles a component as builds do.
 * @param isInline whether the template becomes part of `setup`, as in production
 */
export function compileComponent(text: string, isInline: boolean): string {
  const { descriptor, errors } = parse(text, { filename: '/app/src/a.vue' });
  if (errors.length > 0) throw errors[0];
  const isSetup = descriptor.scriptSetup !== null;
  const script = compileScript(descriptor, {
    id: 'a',
    inlineTemplate: isInline && isSetup,
    genDefaultAs: 'component',
    isProd: true,
  });
  let code = script.content;
  if (!(isInline && isSetup)) {
    const template = compileTemplate({
      id: 'a',
      filename: '/app/src/a.vue',
      source: descriptor.template!.content,
      compilerOptions: { ...(script.bindings && { bindingMetadata: script.bindings }) },
    });
    if (template.errors.length > 0) throw template.errors[0];
    code += `\n${template.code.replace('export function render', 'function render')}\ncomponent.render = render`;
  }
  const isTyped = (descriptor.scriptSetup ?? descriptor.script)?.lang === 'ts';
  return compile(`${code}\nexport default component`, `/app/src/a.${isTyped ? 'ts' : 'js'}`);
}

/** What a compiled component renders and logs: at the start, and after each of its handlers. */
export async function mountComponent(code: string, hostOf: (log: Log) => HostOfProgram): Promise<string[]> {
  const { host, context, lines, log, ended } = programOn(hostOf);
  const modules: Record<string, unknown> = {
    '@tarojs/taro': host.taro,
    vue: { ...Vue, useCssVars: cssVariables },
  };
  function cssVariables(variables: (proxy: object) => object) {
    const { proxy } = Vue.getCurrentInstance()!;
    Vue.onMounted(() => log('css', Object.values(variables(proxy!))));
  }
  const module = { exports: {} as { default?: Vue.Component } };
  const root: Rendered = { tag: 'root', props: {}, children: [] };
  try {
    const main = vm.runInContext(`(function (require, module, exports) {${code}\n})`, context);
    main((id: string) => modules[id] ?? host.runtime, module, module.exports);
    const app = Vue.createRenderer<Rendered | string, Rendered>(operations).createApp(
      module.exports.default!,
    );
    app.config.warnHandler = () => {};
    app.config.errorHandler = (error) => log('throws', (error as Error).name);
    app.config.globalProperties.log = log;
    app.config.globalProperties.other = 'own';
    for (const name of REGISTERED) {
      app.component(name, {
        render(this: Vue.ComponentPublicInstance) {
          return Vue.h(`own-${name}`, {}, this.$slots.default?.({ windowWidth: undefined, given: 1 }));
        },
      });
      app.directive(name, (_el, { value }) => void log(`v-${name}`, value));
    }
    app.mount(root);
    log(printed(root));
    for (const handler of handlersOf(root)) {
      try {
        handler({ detail: { value: 1 } });
      } catch (error) {
        log('throws', (error as Error).name);
      }
      await Vue.nextTick();
    }
  } catch (error) {
    log('throws', (error as Error).name);
  }
  await ended();
  await new Promise(setImmediate);
  log(printed(root));
  return lines;
}

const operations: Vue.RendererOptions<Rendered | string, Rendered> = {
  createElement: (tag) => ({ tag, props: {}, children: [] }),
  createText: (text) => ({ tag: '#text', props: {}, children: [text] }),
  createComment: () => ({ tag: '#comment', props: {}, children: [] }),
  setText: (node, text) => {
    (node as Rendered).children = [text];
  },
  setElementText: (node, text) => {
    (node as Rendered).children = [text];
  },
  insert: (node, parent, anchor) => {
    const at = anchor ? parent.children.indexOf(anchor) : parent.children.length;
    parent.children.splice(at, 0, node);
    (node as Rendered).parent = parent;
  },
  remove: (node) => {
    const siblings = (node as Rendered).parent?.children;
    siblings?.splice(siblings.indexOf(node), 1);
  },
  parentNode: (node) => (node as Rendered).parent ?? null,
  nextSibling: (node) => {
    const siblings = (node as Rendered).parent?.children;
    return siblings?.[siblings.indexOf(node) + 1] ?? null;
  },
  patchProp: (node, key, _before, after) => {
    (node as Rendered).props[key] = after;
  },
};

function printed(node: Rendered | string): string {
  if (typeof node === 'string') return node;
  const props = Object.entries(node.props).map(([key, value]) => [
    key,
    typeof value === 'function' ? 'function' : value,
  ]);
  return `<${node.tag} ${shown(Object.fromEntries(props))}>${node.children.map(printed).join('')}`;
}

function handlersOf(node: Rendered | string): ((event: object) => unknown)[] {
  if (typeof node === 'string') return [];
  const own = Object.entries(node.props).flatMap(([key, value]) =>
    /^on[A-Z]/.test(key) ? ([value].flat() as ((event: object) => unknown)[]) : [],
  );
  return [...own, ...node.children.flatMap(handlersOf)];
}
