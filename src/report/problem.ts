import type { Problem } from '../project/types';
import type { ReportText } from './text/en';

export interface ProblemText {
  /** Where it is: the path, with line and column where they are known. */
  place: string;
  what: string;
  next: string;
  /** All of it in one line. */
  line: string;
}

/** What was wrong and the next thing to do. */
export function describeProblem(problem: Problem, shown: string, text: ReportText): ProblemText {
  const place = problem.line === undefined ? shown : `${shown}:${problem.line}:${problem.column}`;
  const { what, next } = text.problem(problem, shown);
  return { place, what, next, line: `${place}: ${what}. ${next}` };
}
