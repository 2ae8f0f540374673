import type { Node } from '@babel/types';
import { isJsSdkModule, TARO_MODULE } from './platform';
import type { NodePath } from './traverse';
import { ignored, manual, type Reason } from './verdicts';

/** Where the object comes from on which an API is looked up. */
export type Origin =
  /** The platform itself: `Taro`, its module namespace, or a host's global such as `wx`. */
  | { kind: 'platform'; from: 'taro' | 'global'; global?: string }
  /** Known to be something else. `own` objects can hold anything, the platform included, in their properties. */
  | { kind: 'foreign'; reason: Reason; own?: boolean }
  | { kind: 'unknown'; reason: Reason };

const TARO: Origin = { kind: 'platform', from: 'taro' };
export const JS_SDK: Origin = { kind: 'foreign', reason: ignored.jsSdk() };

export const foreign = (reason: Reason): Origin => ({ kind: 'foreign', reason });
export const own = (reason: Reason): Origin => ({ kind: 'foreign', reason, own: true });
export const unknown = (what: string): Origin => ({ kind: 'unknown', reason: manual.undecided(what) });

/** What a name is that an import declares. */
export function importOrigin(specifier: NodePath<Node>, name: string): Origin {
  const declaration = specifier.parentPath;
  if (!declaration?.isImportDeclaration()) return unknown(`${name} cannot be followed`);
  const source = declaration.node.source.value;
  if (source === TARO_MODULE && specifier.isImportSpecifier()) {
    const { imported } = specifier.node;
    const exported = imported.type === 'Identifier' ? imported.name : imported.value;
    return exported === 'default' ? TARO : foreign(ignored.otherObject(`${name} of Taro`));
  }
  return moduleOrigin(source, name);
}

/** What a module is, by the specifier that it is imported or required by. */
export function moduleOrigin(source: string, name: string): Origin {
  if (source === TARO_MODULE) return TARO;
  if (isJsSdkModule(source)) return JS_SDK;
  // A local file may hand Taro on; so may what a path alias leads to.
  if (/^(\.|\/|[@~#]\/|~|#)/.test(source) || /^[^@/]+\//.test(source)) {
    return unknown(`${name} comes from "${source}"`);
  }
  return foreign(ignored.otherObject(`the package ${source}`));
}
