import type { CallExpression } from '@babel/types';
import type { NodePath, Scope } from '../../ast/node-path';
import { staticName, staticString } from '../../ast/syntax';
import { message } from '../../messages/format';
import type { Reason, What } from '../../messages/reasons';
import { kebab, type MarkupMember, markupApi, mayConcern } from '../../migrations/markup';
import { isFeatureQuery } from '../analyze';
import type { AnalyzedFile } from '../file';
import { platformObstacle } from '../passes/obstacles';
import { configElements } from './config-elements';
import type { Element, ElementAttribute } from './element';
import { type ElementPlan, planElements } from './plan-elements';
import { type OwnedRule, rulesFor } from './rules';
import type { Range } from './scan';
import { type Component, componentNamed, componentOf } from './script-component';
import { scriptElements } from './script-elements';
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
  if (rules.size === 0) return { elements: [], findings: [], decided: [], changes: [], placed: [] };
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
    options,
  );
}

/** Why a file cannot import a runtime. */
function importObstacle({ options, importForm }: AnalyzedFile, to: string): Reason | undefined {
  const obstacle = platformObstacle(options, to);
  if (obstacle) return obstacle;
  const form = importForm();
  return typeof form === 'string' ? undefined : form;
}

/** What a tag means in a Vue component that registers, imports or declares a component of this name. */
function lookupIn({ bindings }: Scope, paths: readonly NodePath[]): TagLookup {
  const known = new Map<string, ReturnType<TagLookup>>();
  for (const [name, { path }] of bindings) {
    const isComponent = path.isVariableDeclarator() || (isImported(path) && !isTypeImport(path));
    // `const form = …` is a value. Vue takes `<form>` as an element of the host.
    if (isComponent && /^[A-Z]/.test(name))
      known.set(kebab(name), taroOr(componentNamed(path, name), message('what/local', { name })));
  }
  for (const property of registeredIn(paths)) {
    const name = staticName(property.child('key') as NodePath, property.node.computed);
    if (name === undefined) continue;
    const component = componentOf(property.child('value') as NodePath);
    known.set(kebab(name), taroOr(component, message('what/component-member', { name })));
  }
  return (tag) => known.get(tag);
}

/** A component of Taro; another one keeps the name of its tag. */
function taroOr(component: Component | undefined, otherwise: What): ReturnType<TagLookup> {
  return component && !component.other ? component : { other: component?.other ?? otherwise };
}

/** The properties of `components: { … }`. */
function registeredIn(paths: readonly NodePath[]) {
  return paths.flatMap((path) => {
    if (!path.isObjectProperty()) return [];
    if (staticName(path.child('key') as NodePath, path.node.computed) !== 'components') return [];
    const object = path.child('value');
    return object.isObjectExpression()
      ? object.children('properties').flatMap((one) => (one.isObjectProperty() ? one : []))
      : [];
  });
}

function isImported({ parent }: NodePath): boolean {
  return parent.type === 'ImportDeclaration';
}

function isTypeImport({ node, parent }: NodePath): boolean {
  return [node, parent].some((one) => 'importKind' in one && one.importKind === 'type');
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
