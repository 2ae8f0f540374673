import type { Node } from '@babel/types';
import { bindingOf } from '../ast/binding';
import type { NodePath } from '../ast/node-path';
import { staticName, wrapped } from '../ast/syntax';
import { ignored, manual, type Reason, type What } from '../messages/reasons';
import type { Hosts } from '../migrations/hosts';
import type { Handler, Lookalike, Migration } from '../migrations/migration';
import type { Analysis } from './analyze';
import { readOptions } from './lookalike-options';
import type { EngineOptions } from './options';
import type { Origin } from './resolve/origin';
import { PLATFORM_GLOBALS } from './resolve/platform';
import type { Resolver } from './resolve/resolver';
import { useOf } from './resolve/use';
import type { HostUse } from './types';

/**
 * How a file uses API names that some hosts have for their own APIs. The call that starts shows which one is
 * meant, and may be in another file than the call that stops.
 */
export function hostUsesOf(
  analysis: Analysis,
  resolver: Resolver,
  migrations: readonly Migration[],
): HostUse[] {
  return migrations.flatMap((migration) => {
    const { name, lookalikes, apis } = migration;
    if (!lookalikes) return [];
    return analysis.named.flatMap(({ path, api }) => {
      // Companions are not deprecated, so they are no evidence.
      if (!Object.hasOwn(apis, api)) return [];
      const object = objectOf(path);
      const origin = object && resolver.expression(object);
      if (origin?.kind !== 'platform') return [];
      const expressions = expressionsOf(path);
      return lookalikes.flatMap((lookalike) =>
        origin.globals
          .filter((global) => lookalike.globals.includes(global))
          .flatMap((global) =>
            expressions.flatMap((expression): HostUse[] => {
              const use = useAt(expression, lookalike);
              return use ? [{ migration: name, global, begins: lookalike.begins.includes(api), ...use }] : [];
            }),
          ),
      );
    });
  });
}

/** The object of a member access or destructuring. */
function objectOf(path: NodePath<Node>): NodePath<Node> | undefined {
  const { parentPath } = path;
  const isMember = parentPath?.isMemberExpression() || parentPath?.isOptionalMemberExpression();
  if (isMember && path.key === 'property') return parentPath!.child('object') as NodePath<Node>;
  const declarator = parentPath?.parentPath?.parentPath;
  const isTaken = path.key === 'key' && parentPath?.parentPath?.isObjectPattern();
  return isTaken && declarator?.isVariableDeclarator()
    ? (declarator.child('init') as NodePath<Node>)
    : undefined;
}

/** The expressions whose value is the API: the member, or the uses of the name bound to it. */
function expressionsOf(path: NodePath<Node>): readonly NodePath<Node>[] {
  if (path.key === 'property') return [path.parentPath!];
  const property = path.parentPath!;
  if (!property.isObjectProperty()) return [];
  const { value } = property.node;
  const target = value.type === 'AssignmentPattern' ? value.left : value;
  const binding = target.type === 'Identifier' ? bindingOf(property, target.name) : undefined;
  return binding?.referencePaths ?? [];
}

function useAt(
  expression: NodePath<Node>,
  lookalike: Lookalike,
): Pick<HostUse, 'sign' | 'isOpen'> | undefined {
  const use = useOf(expression);
  if (use.kind === 'test' || use.kind === 'assigned' || use.kind === 'tag') return undefined;
  if (use.kind === 'value') return { isOpen: true };
  const [option] = use.call.children('arguments');
  const { sign, isOpen } = readOptions(option, lookalike);
  const found = sign ?? resultSign(use.call, lookalike);
  return found === undefined ? { isOpen } : { isOpen, sign: found };
}

/** Properties of a promise's result that only the host's own API has. */
function resultSign(call: NodePath<Node>, { gives }: Lookalike): string | undefined {
  let outer = wrapped(call);
  while (outer.parentPath?.isMemberExpression() && outer.key === 'object')
    outer = wrapped(outer.parentPath.parentPath!);
  if (outer.parentPath?.isAwaitExpression()) outer = wrapped(outer.parentPath);
  const { parentPath } = outer;
  const scope = parentPath?.isVariableDeclarator() ? parentPath : outer;
  let found: string | undefined;
  const look = (path: NodePath<Node>, key: 'property' | 'key') => {
    const { computed } = path.node as { computed?: boolean } & Node;
    const name = staticName(path.child(key) as NodePath<Node>, computed === true);
    if (name !== undefined && gives.includes(name)) found ??= name;
  };
  scope.traverse({
    MemberExpression: (path) => look(path, 'property'),
    ObjectProperty: (path) => look(path, 'key'),
  });
  return found;
}

/** Why calls on a host global are not rewritten, by global. `open` if they may be the deprecated API. */
export type Lookalikes = ReadonlyMap<string, Reason | 'open'>;

/**
 * Why calls on a host global are not rewritten. Empty when every start in the project is known to
 * be the deprecated API.
 * @param own evidence from this file
 */
export function lookalikeReasons(
  { name, lookalikes = [], only }: Migration,
  own: readonly HostUse[],
  { hostUses }: EngineOptions,
): Lookalikes {
  const reasons = new Map<string, Reason | 'open'>();
  const uses = [...own, ...(hostUses ?? [])].filter(({ migration }) => migration === name);
  for (const global of lookalikes.flatMap(({ globals }) => globals)) {
    const here = uses.filter((use) => use.global === global);
    const sign = here.find((use) => use.sign !== undefined)?.sign;
    if (sign !== undefined) reasons.set(global, ignored.lookalike(global, sign));
    else if (!hostUses || here.some(({ isOpen }) => isOpen) || !here.some(({ begins }) => begins))
      reasons.set(global, 'open');
  }
  return only ? new Map([...reasons, ...otherHosts(only)]) : reasons;
}

/** Why calls stay on the global of a host that has not deprecated the API. */
export function otherHosts({ globals }: Hosts): Lookalikes {
  const others = [...PLATFORM_GLOBALS].filter((global) => !globals.includes(global));
  return new Map(others.map((global) => [global, ignored.otherHost(global)]));
}

/**
 * Why a use on one of several possible globals is not rewritten. It is another API only if that is true for
 * all of them.
 * @param to the replacement
 */
export function reasonOnLookalikes(
  origin: Extract<Origin, { kind: 'platform' }>,
  { lookalikes: hosts, handler, api }: { lookalikes: Lookalikes; handler: Handler; api: string },
  to: What = handler.to ?? api,
): Reason | undefined {
  const affected = origin.globals.filter((global) => hosts.has(global));
  const [first] = affected;
  if (first === undefined) return undefined;
  const open = affected.find((global) => hosts.get(global) === 'open');
  const isOwnEverywhere = origin.from === 'global' && affected.length === origin.globals.length;
  const reason = hosts.get(first);
  if (open !== undefined || !isOwnEverywhere || reason === 'open') return manual.openHost(open ?? first, to);
  return reason;
}
