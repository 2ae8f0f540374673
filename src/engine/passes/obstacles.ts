import { ignored, manual, type Reason } from '../../messages/reasons';
import {
  type Decision,
  kept,
  needsRuntime,
  type Replacement,
  replacementOf,
  staysOnPlatform,
  targetsOf,
} from '../classify/decision';
import type { EngineOptions } from '../options';
import { PLATFORM_GLOBALS } from '../resolve/platform';
import { useOf } from '../resolve/use';
import type { Pass } from './pass';

/**
 * Why a file has no runtime for a replacement: a package with neither Taro nor a mini program cannot load one, and a package that
 * publishes other folders than the file's does not publish one.
 */
export function platformObstacle(
  { project, publishedFolders = [] }: EngineOptions,
  to: string,
): Reason | undefined {
  if (project === 'neither') return manual.noPlatform(to);
  return publishedFolders.length > 0 ? manual.unpublished(publishedFolders) : undefined;
}

/** Without a runtime, replacements on the same object still work. */
export const needPlatform: Pass = (decisions, { options }) => {
  return decisions.map((decision) => {
    const change = replacementOf(decision);
    const reason = change && !staysOnPlatform(change) && platformObstacle(options, namesIn(change));
    if (!reason) return decision;
    if (decision.handler?.certainOnly) return kept(decision, ignored.unconcerned());
    const isOnHost = options.project === 'neither' && isOnGlobal(decision.path);
    return kept(decision, isOnHost ? manual.noMiniProgram(namesIn(change)) : reason);
  });
};

/** Whether an API is a member of the global of a host: `wx.startRecord`. */
function isOnGlobal({ parent }: Decision['path']): boolean {
  if (parent.type !== 'MemberExpression' && parent.type !== 'OptionalMemberExpression') return false;
  return parent.object.type === 'Identifier' && PLATFORM_GLOBALS.has(parent.object.name);
}

/** What a change uses instead of the API. */
function namesIn(change: Replacement): string {
  if (change.kind === 'split')
    return [...new Set(Object.values(change.parts).map(({ from }) => from))].join(', ');
  return change.kind === 'string' ? change.value : change.to;
}

/**
 * If a file assigns its own function in place of an API, later calls invoke that function. This is so as well if a
 * comment suppresses the assignment, because then it stays.
 */
export const keepPatched: Pass = (decisions, { options: { isSuppressed } }) => {
  const isPatch = ({ path, reason, migration }: Decision) =>
    (reason.number === manual.assignedMember('').number ||
      (reason.verdict === 'manual' &&
        path.key === 'property' &&
        useOf(path.parentPath!).kind === 'assigned')) &&
    !isSuppressed?.(migration.name, path.node.start!);
  const patched = new Set(decisions.flatMap((decision) => (isPatch(decision) ? [decision.api] : [])));
  return decisions.map((decision) =>
    replacementOf(decision) && patched.has(decision.api) ? kept(decision, patchedReason(decision)) : decision,
  );
};

function patchedReason(decision: Decision): Reason {
  const change = replacementOf(decision)!;
  if (!staysOnPlatform(change)) return manual.patched(namesIn(change), decision.migration.runtime!.name);
  return manual.patchedMember(targetsOf(change).join(', '));
}

/** A file that cannot have an import stays unchanged, except for changes that need none. */
export const needImport: Pass = (decisions, { importForm }) => {
  if (!decisions.some(({ changes }) => changes.some(needsRuntime))) return decisions;
  const form = importForm();
  if (typeof form === 'string') return decisions;
  return decisions.map((decision) => (decision.changes.some(needsRuntime) ? kept(decision, form) : decision));
};
