import type { Node } from '@babel/types';
import type { Binding, NodePath } from '../ast/node-path';
import type { Decision } from './classify/decision';
import type { AnalyzedFile } from './file';
import type { ElementPlan } from './markup/plan-elements';
import { decide } from './passes';
import type { Resolver } from './resolve/resolver';
import type { FamilyUse, LinkUse } from './types';
import { bindingsIn, type Unused, unusedBindings } from './unused-bindings';

/** The decisions on a file, with the bindings that they leave unused. */
export interface Settled {
  file: AnalyzedFile;
  decisions: readonly Decision[];
  families: FamilyUse[];
  elements: ElementPlan;
  links: LinkUse[];
  unused: Unused;
}

/**
 * Decides on a file by the uses that the new text will contain. In `(info.other ? Taro : wx).saveFile()`, the
 * use of `info` goes with the object of the call, so it must not decide on the call that returned `info`. Each
 * further round has more code that goes, and files without such code need only one.
 * @param read reads the file without the names in code that goes
 */
export function settle(read: (gone: ReadonlySet<Node>) => AnalyzedFile): Settled {
  const gone = new Set<Node>();
  for (;;) {
    const file = read(new Set(gone));
    const decided = decide(file);
    const { decisions } = decided;
    const unused = unusedBindings(decisions, file);
    const more = unused.gone
      .map(objectOf)
      .filter((path) => !gone.has(path.node) && usesOthers(path, decisions, file.resolver));
    if (more.length === 0) return { file, ...decided, unused };
    for (const { node } of more) gone.add(node);
  }
}

/** The object of a member. Its name is not a use. */
function objectOf(path: NodePath<Node>): NodePath<Node> {
  const isMember = path.isMemberExpression() || path.isOptionalMemberExpression();
  return isMember ? (path.child('object') as NodePath<Node>) : path;
}

/** Whether code uses names of more than the platform. Code with candidates of its own keeps their verdicts. */
function usesOthers(path: NodePath<Node>, decisions: readonly Decision[], resolver: Resolver): boolean {
  const isOther = (binding: Binding) =>
    resolver.binding(binding, binding.identifier.name).kind !== 'platform';
  if (!bindingsIn(path).some(isOther)) return false;
  const isCandidate = decisions.some((one) => one.path === path || one.path.isDescendant(path));
  return !isCandidate;
}
