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

/** All steps, in their order. What a later one adds or keeps may rest on what is rewritten so far. */
const PASSES: readonly Pass[] = [
  // Each candidate for itself: a resolved reference is its handler's to decide.
  classifyCandidates,
  addComputedNames,
  // Then what the file as a whole rules out.
  needPlatform,
  // What comments suppress needs nothing of what follows.
  suppress,
  keepPatched,
  keepPatternOrder,
  // A test goes where the code goes that it guards.
  settleFeatureTests,
  typeTests,
  // What is due because the file uses a runtime.
  addCompanions,
  addChecks,
  // Comments may name the code of what has been added, or of what a test has become.
  suppress,
  // Last, because only what is still to be rewritten needs an import.
  needImport,
  // A use stays where the declaration that it follows has stayed.
  suppress,
];

/** Decides on everything in a file. Changes neither the AST nor the text. */
export function decide(file: AnalyzedFile): readonly Decision[] {
  return PASSES.reduce<readonly Decision[]>((decisions, pass) => pass(decisions, file), []);
}
