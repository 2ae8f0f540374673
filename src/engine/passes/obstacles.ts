import { ignored, manual, type Reason } from '../../messages/reasons';
import { type Decision, kept, type SiteChange } from '../classify/decision';
import { useOf } from '../resolve/use';
import type { Pass } from './pass';

/** In a package with neither Taro nor a mini program no runtime works. Other members of what the code has got do. */
export const needPlatform: Pass = (decisions, { options }) => {
  if (options.project !== 'neither') return decisions;
  return decisions.map((decision) => {
    if (!decision.change || decision.change.kind === 'member') return decision;
    return kept(decision, decision.handler?.certainOnly ? ignored.unconcerned() : manual.noPlatform());
  });
};

/** A file that puts another function in the place of an API calls that one from then on. */
export const keepPatched: Pass = (decisions) => {
  const isPatch = ({ path, reason }: Decision) =>
    reason.verdict === 'manual' && path.key === 'property' && useOf(path.parentPath!).kind === 'assigned';
  const patched = new Set(decisions.flatMap((decision) => (isPatch(decision) ? [decision.api] : [])));
  return decisions.map((decision) =>
    decision.change && patched.has(decision.api) ? kept(decision, patchedReason(decision.change)) : decision,
  );
};

function patchedReason(change: SiteChange): Reason {
  return change.kind === 'member' ? manual.patchedMember(change.to) : manual.patched();
}

/** A file that cannot have an import stays as it is, but for what needs none. */
export const needImport: Pass = (decisions, { importForm }) => {
  const needsImport = ({ change }: Decision) => change?.kind === 'runtime' || change?.kind === 'split';
  if (!decisions.some(needsImport)) return decisions;
  const form = importForm();
  if (typeof form === 'string') return decisions;
  return decisions.map((decision) => (needsImport(decision) ? kept(decision, form) : decision));
};
