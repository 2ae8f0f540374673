import type { Problem } from '../project/types';
import type { ReportText } from './text/en';

interface ProblemText {
  /** Where the problem is: the path, with line and column if known. */
  place: string;
  what: string;
  next: string;
  /** The whole problem in one line. */
  line: string;
}

/** The error and the next step. */
export function describeProblem(problem: Problem, shown: string, text: ReportText): ProblemText {
  const place = problem.line === undefined ? shown : `${shown}:${problem.line}:${problem.column}`;
  const { what, next } = text.problem(problem, shown);
  return { place, what, next, line: text.about(place, `${what}. ${next}`) };
}
