import type { Expression, Node, ObjectExpression } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { nameOf, staticNameOf, unwrap } from '../../ast/syntax';
import type { EngineOptions } from '../options';
import type { Element, ElementAttribute } from './element';

/** `app.config.ts`, `app.json` */
const APP = /(?:^|[\\/])app\.(?:config\.)?\w+$/i;
/** `index.config.ts` beside the page `index.tsx` */
const CONFIG_SCRIPT = /\.config\.[cm]?[jt]sx?$/i;

/** The functions of Taro that mark a configuration. */
const MARKERS: Readonly<Record<string, string>> = {
  defineAppConfig: 'app.json',
  definePageConfig: 'page.json',
};

/** The name of the native file that has the same keys. */
export function configTag(filename: string): string {
  return APP.test(filename) ? 'app.json' : 'page.json';
}

/** The configurations in a script of a Taro app, as elements whose attributes are their own keys. */
export function configElements(
  paths: readonly NodePath[],
  { filename, project, taroVersion }: EngineOptions,
): Element[] {
  if (project !== 'taro') return [];
  return paths.flatMap((path) => {
    const tag = path.isCallExpression() ? markerOf(path.child('callee') as NodePath) : configTag(filename);
    const value = path.isCallExpression()
      ? tag && path.children('arguments')[0]
      : configIn(path, CONFIG_SCRIPT.test(filename), taroVersion);
    const object = value && objectOf(value);
    return tag && object ? [{ ...configElement(tag, object.node), path: object as NodePath }] : [];
  });
}

/** Taro declares its functions as globals. */
function markerOf(callee: NodePath): string | undefined {
  if (!callee.isIdentifier()) return undefined;
  const { name } = callee.node;
  return Object.hasOwn(MARKERS, name) && !bindingOf(callee as NodePath, name) ? MARKERS[name] : undefined;
}

/** The value of the export of a configuration script, or of the property `config` of a component of Taro 1 and 2. */
function configIn(
  path: NodePath,
  isConfigScript: boolean,
  taroVersion: number,
): NodePath<Node | null | undefined> | undefined {
  if (isConfigScript && path.isExportDefaultDeclaration()) return path.child('declaration');
  if (taroVersion > 2 || !path.isClassProperty() || path.node.static || path.node.computed) return undefined;
  return nameOf(path.node.key) === 'config' ? path.child('value') : undefined;
}

/** An object, or the object that a constant stands for. */
function objectOf(value: NodePath<Node | null | undefined>): NodePath<ObjectExpression> | undefined {
  const path = unwrap(value);
  if (path.isObjectExpression()) return path as NodePath<ObjectExpression>;
  if (!path.isIdentifier()) return undefined;
  const binding = bindingOf(path as NodePath, path.node.name);
  const declared = binding?.constant ? binding.path : undefined;
  const init = declared?.isVariableDeclarator() ? unwrap(declared.child('init')) : undefined;
  return init?.isObjectExpression() ? (init as NodePath<ObjectExpression>) : undefined;
}

/** The element for an object. Its attributes are the keys of the object and of the objects in it: `window.title`. */
export function configElement(tag: string, { start, end, properties }: ObjectExpression): Element {
  return {
    tag,
    syntax: 'config',
    name: { start: start!, end: end! },
    isCertain: true,
    attributes: keysOf(properties),
    isOpen: properties.some(({ type }) => type === 'SpreadElement'),
  };
}

function keysOf(properties: ObjectExpression['properties'], prefix = ''): ElementAttribute[] {
  return properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return [];
    const { key, end } = property;
    const name = staticNameOf(key, property.computed);
    if (name === undefined) return [];
    const own: ElementAttribute = {
      key: prefix + name,
      isEvent: false,
      constant: undefined,
      name: { start: key.start!, end: key.end! },
      value: undefined,
      end: end!,
    };
    const inside = property.type === 'ObjectProperty' ? insideOf(property.value as Expression) : undefined;
    return [own, ...(inside ? keysOf(inside.properties, `${own.key}.`) : [])];
  });
}

function insideOf(value: Expression): ObjectExpression | undefined {
  if (value.type === 'TSAsExpression' || value.type === 'TSSatisfiesExpression')
    return insideOf(value.expression);
  return value.type === 'ObjectExpression' ? value : undefined;
}
