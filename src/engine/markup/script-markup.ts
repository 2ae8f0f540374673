import type { CallExpression } from '@babel/types';
import type { NodePath, Scope } from '../../ast/node-path';
import { nameOf, staticName, staticString } from '../../ast/syntax';
import { message } from '../../messages/format';
import type { Reason } from '../../messages/reasons';
import { kebab, type MarkupMember, markupApi, mayConcern } from '../../migrations/markup';
import { isFeatureQuery } from '../analyze';
import type { AnalyzedFile } from '../file';
import { platformObstacle } from '../passes/obstacles';
import { configElements } from './config-elements';
import type { Element, ElementAttribute } from './element';
import { type ElementPlan, planElements } from './plan-elements';
import { type OwnedRule, rulesFor } from './rules';
import type { Range } from './scan';
import { COMPONENTS, scriptElements } from './script-elements';
import { type TagLookup, vueElements } from './template-elements';

/**
 * Plans the changes to the elements of a script or a Vue component.
 * @param template the range of the component's template
 * @param isSetup whether the template reads the names of the script
 */
export function planScriptMarkup(
  file: AnalyzedFile,
  template: Range | undefined,
  isSetup: boolean,
): ElementPlan {
  const { text, options, tree, analysis } = file;
  const rules = rulesFor(options.migrations, (rule) => mayConcern(rule, text));
  if (rules.size === 0) return { findings: [], changes: [], placed: [] };
  const { paths } = tree.program.root;
  // Without Taro, the names in a template are HTML's, or another framework's.
  const inTemplate =
    template && options.project === 'taro'
      ? vueElements(text, template, lookupIn(tree.program.scope, paths))
      : [];
  const queries = analysis.calls.flatMap((call) => queriedElement(call, rules) ?? []);
  return planElements(
    [...scriptElements(paths), ...configElements(paths, options), ...inTemplate, ...queries],
    rules,
    text,
    analysis.suppressions,
    { obstacle: (to) => importObstacle(file, to), isInTemplate: isSetup },
    options.isSuppressed,
  );
}

/** Why a file cannot import a runtime. */
function importObstacle({ options, importForm }: AnalyzedFile, to: string): Reason | undefined {
  const obstacle = platformObstacle(options, to);
  if (obstacle) return obstacle;
  const form = importForm();
  return typeof form === 'string' ? undefined : form;
}

/** What a tag means in a Vue component that imports or registers a component of this name. */
function lookupIn({ bindings }: Scope, paths: readonly NodePath[]): TagLookup {
  const known = new Map<string, ReturnType<TagLookup>>();
  for (const path of paths) {
    if (
      !path.isObjectProperty() ||
      staticName(path.child('key') as NodePath, path.node.computed) !== 'components'
    )
      continue;
    const registered = path.child('value');
    if (!registered.isObjectExpression()) continue;
    for (const one of registered.node.properties) {
      const name = one.type === 'ObjectProperty' ? nameOf(one.key) : undefined;
      if (name !== undefined) known.set(kebab(name), { other: message('what/component-member', { name }) });
    }
  }
  for (const [name, { path }] of bindings) {
    if (path.parent.type !== 'ImportDeclaration') continue;
    const source = path.parent.source.value;
    const imported = path.isImportSpecifier() ? nameOf(path.node.imported) : undefined;
    if (source === COMPONENTS && imported !== undefined) known.set(kebab(name), { tag: kebab(imported) });
    else known.set(kebab(name), { other: message('what/exports', { source }) });
  }
  return (tag) => known.get(tag);
}

/** `canIUse('button.open-type.getUserInfo')` and `canIUse('audio')`, which are about the same components. */
function queriedElement(
  call: NodePath<CallExpression>,
  rules: ReadonlyMap<string, readonly OwnedRule[]>,
): Element | undefined {
  const [query] = call.children('arguments');
  if (!query?.node || !isFeatureQuery(query as NodePath)) return undefined;
  const said = staticString(query.node);
  const [tag = ''] = said?.split('.') ?? [];
  const found = (rules.get(tag) ?? []).flatMap(({ rule }) =>
    (rule.members ?? []).flatMap((member) => queriedMember(said!, tag, member, query as NodePath) ?? []),
  );
  const isComponent = said === tag && (rules.get(tag) ?? []).some(({ rule }) => !rule.members);
  if (found.length === 0 && !isComponent) return undefined;
  const { start, end } = query.node;
  return {
    tag,
    syntax: 'call',
    name: { start: start!, end: end! },
    isCertain: true,
    attributes: found.slice(0, 1),
    isOpen: true,
    path: call,
  };
}

function queriedMember(
  said: string,
  tag: string,
  member: MarkupMember,
  { node }: NodePath,
): ElementAttribute | undefined {
  if ('key' in member) return undefined;
  const isEvent = 'event' in member;
  const values = isEvent ? [] : (member.values ?? []);
  const constant = values.find((value) => said === markupApi(tag, member, value));
  const names = isEvent ? ['', 'bind'].map((prefix) => `${tag}.${prefix}${member.event.toLowerCase()}`) : [];
  const isAsked =
    constant !== undefined ||
    names.includes(said) ||
    (values.length === 0 && said === markupApi(tag, member));
  if (!isAsked) return undefined;
  const range = { start: node.start!, end: node.end! };
  return {
    key: isEvent ? member.event.toLowerCase() : member.attribute,
    isEvent,
    constant,
    name: range,
    value: undefined,
    end: node.end!,
  };
}
