import type { MemberExpression, Node, OptionalMemberExpression } from '@babel/types';
import { bindingOf, isUnbound } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import { dottedName } from '../../ast/syntax';
import { message } from '../../messages/format';
import { ignored, manual, type Reason, type What } from '../../messages/reasons';
import { reasonOnLookalikes } from '../lookalikes';
import { hasEffects } from '../resolve/effects';
import type { Origin } from '../resolve/origin';
import { definesItself, isOwnDefinition, takesNoOptions } from '../resolve/receivers';
import { useOf } from '../resolve/use';
import { compiledImport, isRestWithout } from '../resolve/values';
import { ask, askByUse, type Context, leave, usageOf } from './ask';
import { type Decision, replacementOf, staysOnPlatform } from './decision';

type Member = NodePath<MemberExpression | OptionalMemberExpression>;

/** Classifies `object.startRecord` by the origin of the object. */
export function classifyMember(path: NodePath<Node>, member: Member, context: Context): Decision | undefined {
  const { api, handler, options } = context;
  const object = member.child('object');
  const own = (reason: Reason) => leave(path, context, reason);
  if (isExports(object)) return own(ignored.definition());
  const origin = context.resolver.expression(object);
  if (options.assumed === path.node.start && mayBeAssumed(origin))
    return classifyCertain(path, member, { from: 'taro' }, context);
  if (origin.kind === 'platform') {
    if (isRestWithout(object, api)) return own(ignored.otherObject(message('what/rest')));
    const other = reasonOnLookalikes(origin, context);
    if (!other) return classifyCertain(path, member, origin, context);
    if (other.verdict === 'ignored') return own(other);
    const use = useOf(member);
    if (use.kind === 'test') return own(ignored.featureTest());
    if (use.kind === 'tag') return own(ignored.definition());
    const obstacle = (to: What) => reasonOnLookalikes(origin, context, to)!;
    const asked = ask(path, context, { usage: usageOf(use, context), origin: 'global', obstacle });
    // Without its handler, because it may be another API.
    return asked && own(asked.reason);
  }
  if (origin.kind === 'foreign') return own(origin.reason);
  const source = compiledImport(member);
  if (source !== undefined) return own(ignored.otherBinding(message('what/exports', { source })));
  if (handler.certainOnly) return own(ignored.unknownObject());
  const use = useOf(member);
  if (takesNoOptions(use)) return own(ignored.otherArguments());
  if (isOwnDefinition(member)) return own(ignored.definition());
  const typed = options.decideMember?.(path.node.start!);
  if (typed === 'foreign') return own(ignored.typedOtherwise());
  if (typed === 'platform' && origin.kind === 'unknown')
    return classifyCertain(path, member, { from: 'taro', mayBeMissing: true }, context);
  const isProperty =
    origin.kind === 'unknown' && origin.reason !== undefined && isAboutTemplate(origin.reason);
  if (use.kind === 'test' && !isProperty) return own(ignored.featureTest());
  if (use.kind === 'tag') return own(ignored.definition());
  const obstacle = obstacleOf(origin, context);
  if (!obstacle) return own(ignored.unconcerned());
  if (origin.kind === 'derived' && definesItself(object, api)) return own(ignored.definition());
  return ask(path, context, { usage: usageOf(use, context), origin: 'unknown', obstacle });
}

/** A member that is certainly the API. Its object is replaced with it. */
function classifyCertain(
  path: NodePath<Node>,
  member: Member,
  { from, mayBeMissing }: Pick<Extract<Origin, { kind: 'platform' }>, 'from' | 'mayBeMissing'>,
  context: Context,
): Decision | undefined {
  const askWith = (obstacle?: (to: What) => Reason) =>
    askByUse(path, member, { type: 'member', path: member }, { origin: from, obstacle }, context);
  const decision = askWith();
  const change = decision && (replacementOf(decision) ?? decision.deferred?.change);
  // The object stays, and a split repeats it for each function.
  if (staysOnPlatform(change)) {
    const isRepeatable = change.kind === 'member' || dottedName(member.node.object) !== undefined;
    return isRepeatable ? decision : askWith(manual.effects);
  }
  const isMissed = mayBeMissing && isOptional(member.node);
  if (!isMissed && !hasEffects(member.child('object'))) return decision;
  if (decision && decision.changes.length > 0)
    return askWith(isMissed ? manual.mayBeMissing : manual.effects);
  return decision && leave(path, context, decision.reason);
}

/** Whether an object may be the platform. A name in a template cannot be replaced there. */
function mayBeAssumed(origin: Origin): boolean {
  if (origin.kind === 'foreign') return false;
  return origin.kind !== 'unknown' || origin.reason === undefined || !isAboutTemplate(origin.reason);
}

/** Whether the object is a property of the component in its template. */
function isAboutTemplate({ id }: Reason): boolean {
  return id === 'manual/component-property' || id === 'manual/global-in-template';
}

/** `object?.member` */
function isOptional(node: Node): boolean {
  return node.type === 'OptionalMemberExpression' && node.optional;
}

/** Why a member of an object may not be the API; `undefined` if that does not matter. */
export function obstacleOf(
  origin: Extract<Origin, { kind: 'derived' | 'unknown' }>,
  { options }: Context,
): ((to: What) => Reason) | undefined {
  if (origin.kind === 'derived') return (to) => manual.derived(origin.what, to);
  const { reason, cause, isGiven } = origin;
  if (!cause) return (to) => withReplacement(reason, to);
  // In a package without a platform, the object can only come from outside the file.
  if (options.project === 'neither' && !isGiven) return undefined;
  // A scan with types would decide.
  return (to) => (options.decideMember ? manual.undecided(cause, to) : manual.unasked(cause, to));
}

/** The resolver does not know what replaces the API. */
export function withReplacement(reason: Reason, to: What | undefined): Reason {
  if (reason.id !== 'manual/component-property' || to === undefined) return reason;
  return manual.componentProperty(String(reason.data!.name), to);
}

/** `exports` or `module.exports`. */
function isExports(path: NodePath<Node>): boolean {
  if (path.isIdentifier()) return isUnbound(path, 'exports');
  return path.matchesPattern('module.exports') && bindingOf(path, 'module') === undefined;
}
