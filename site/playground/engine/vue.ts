import type { VueCompiler } from '../../../src/engine/types';

/**
 * Vue's compiler as the engine needs it. `@vue/compiler-sfc` would be eight times as large, and its tree of a template
 * is this one's.
 */
export async function loadVueCompiler(): Promise<VueCompiler> {
  const { parse } = await import('@vue/compiler-dom');
  return {
    parse(source) {
      const errors: unknown[] = [];
      const { children } = parse(source, {
        parseMode: 'sfc',
        prefixIdentifiers: true,
        // Vue would decode them with a document, which a worker does not have. The engine reads positions only.
        decodeEntities: (text) => text,
        onError: (error) => errors.push(error),
      });
      const isTemplate = (node: object) => 'tag' in node && node.tag === 'template';
      const template = children.find(isTemplate) ?? null;
      return { descriptor: { template: template && { ast: template } }, errors };
    },
  };
}
