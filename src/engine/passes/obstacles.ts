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
import { useOf } from '../resolve/use';
import type { Pass } from './pass';

/**
 * A package with neither Taro nor a mini program cannot load a runtime, and a package that publishes other
 * folders than the file's does not publish one. Replacements on the same object still work there.
 */
export const needPlatform: Pass = (decisions, { options }) => {
  const { project, publishedFolders = [] } = options;
  if (project !== 'neither' && publishedFolders.length === 0) return decisions;
  const reasonFor = (change: Replacement) =>
    project === 'neither' ? manual.noPlatform(namesIn(change)) : manual.unpublished(publishedFolders);
  return decisions.map((decision) => {
    const change = replacementOf(decision);
    if (!change || staysOnPlatform(change)) return decision;
    return kept(decision, decision.handler?.certainOnly ? ignored.unconcerned() : reasonFor(change));
  });
};

/** What a change uses instead of the API. */
function namesIn(change: Replacement): string {
  if (change.kind === 'split')
    return [...new Set(Object.values(change.parts).map(({ from }) => from))].join(', ');
  return change.kind === 'string' ? change.value : change.to;
}

/** If a file assigns its own function in place of an API, later calls invoke that function. */
export const keepPatched: Pass = (decisions) => {
  const isPatch = ({ path, reason }: Decision) =>
    reason.number === manual.assigned().number ||
    (reason.verdict === 'manual' && path.key === 'property' && useOf(path.parentPath!).kind === 'assigned');
  const patched = new Set(decisions.flatMap((decision) => (isPatch(decision) ? [decision.api] : [])));
  return decisions.map((decision) =>
    replacementOf(decision) && patched.has(decision.api) ? kept(decision, patchedReason(decision)) : decision,
  );
};

function patchedReason(decision: Decision): Reason {
  const change = replacementOf(decision);
  if (!staysOnPlatform(change)) return manual.patched();
  return manual.patchedMember(targetsOf(change).join(', '));
}

/** A file that cannot have an import stays unchanged, except for changes that need none. */
export const needImport: Pass = (decisions, { importForm }) => {
  if (!decisions.some(({ changes }) => changes.some(needsRuntime))) return decisions;
  const form = importForm();
  if (typeof form === 'string') return decisions;
  return decisions.map((decision) => (decision.changes.some(needsRuntime) ? kept(decision, form) : decision));
};
