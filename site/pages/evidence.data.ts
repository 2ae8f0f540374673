import evidence from '../../docs/evidence.json';
// @ts-expect-error scripts are plain JavaScript without declarations
import { checksOf, totalsOf } from '../../scripts/evidence/totals.mjs';

/** The figures of docs/evidence.json on the start page. */
export interface Figures {
  projects: number;
  rewritten: number;
  manual: number;
  syntaxErrors: number;
  secondRun: number;
  tscProjects: number;
  tscWithNewErrors: number;
}

declare const data: Figures;

export { data };

export default {
  load(): Figures {
    const { migrations, repositories } = evidence;
    const { projects, syntaxErrors, secondRun, tscProjects } = checksOf(repositories);
    const { rewritten, manual } = totalsOf(repositories, Object.keys(migrations));
    const tscWithNewErrors = (repositories as { tsc?: { added: number } }[]).filter(
      ({ tsc }) => tsc && tsc.added > 0,
    ).length;
    return { projects, rewritten, manual, syntaxErrors, secondRun, tscProjects, tscWithNewErrors };
  },
};
