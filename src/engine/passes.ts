import { classifyCandidates } from './classify/classify';
import type { Decision } from './classify/decision';
import type { AnalyzedFile } from './file';
import { addChecks } from './passes/checks';
import { addCompanions } from './passes/companions';
import { addComputedNames } from './passes/computed';
import { settleFeatureTests } from './passes/feature-tests';
import { keepPatched, needImport, needPlatform } from './passes/obstacles';
import type { Pass } from './passes/pass';
import { keepPatternOrder } from './passes/pattern-order';
import { suppress } from './passes/suppress';
import { typeTests } from './passes/typed-tests';

/** All passes in order. A pass may depend on what previous ones decided to rewrite. */
const PASSES: readonly Pass[] = [
  addComputedNames,
  // Reasons that apply to the whole file.
  needPlatform,
  // Suppression comments do not depend on the following passes.
  suppress,
  keepPatched,
  keepPatternOrder,
  // A feature test is rewritten together with the code that it guards.
  settleFeatureTests,
  typeTests,
  // Changes that are needed because the file uses a runtime.
  addCompanions,
  addChecks,
  // Comments may contain the codes of added decisions and of rewritten tests.
  suppress,
  // Last, because only remaining rewrites need an import.
  needImport,
  // A use stays if its declaration has stayed.
  suppress,
];

/**
 * Decides on all candidates in a file without changing the AST or the text: first on each separately, then in
 * passes over all of them.
 */
export function decide(file: AnalyzedFile): readonly Decision[] {
  const first: readonly Decision[] = classifyCandidates(file);
  return PASSES.reduce((decisions, pass) => pass(decisions, file), first);
}
