/** The verdicts in the order of their codes: 0xx, 1xx and 2xx. */
export const VERDICTS = ['rewritten', 'manual', 'ignored'];

/** @returns {'rewritten' | 'manual' | 'ignored'} the verdict of a code, such as `REC105` */
export const verdictOf = (code) => VERDICTS[Number(code[3])];

/**
 * Counts the findings of some migrations in all repositories.
 * @param prefixes the prefixes of their codes, such as `REC`
 * @returns `projects` are those with locations that are rewritten or need manual changes
 */
export function totalsOf(repositories, prefixes) {
  const counts = repositories.map(({ findings }) => countsOf(findings, prefixes));
  const sum = (verdict) => counts.reduce((total, count) => total + count[verdict], 0);
  return {
    projects: counts.filter(({ rewritten, manual }) => rewritten + manual > 0).length,
    rewritten: sum('rewritten'),
    manual: sum('manual'),
    ignored: sum('ignored'),
  };
}

/** Counts the findings of some migrations in one repository by verdict. */
export function countsOf(findings, prefixes) {
  const counts = { rewritten: 0, manual: 0, ignored: 0 };
  for (const [code, count] of Object.entries(findings))
    if (prefixes.includes(code.slice(0, 3))) counts[verdictOf(code)] += count;
  return counts;
}

/** What a run did to all repositories. */
export function checksOf(repositories) {
  const sum = (of) => repositories.reduce((total, one) => total + of(one), 0);
  const compared = repositories.filter(({ tsc }) => tsc);
  return {
    projects: repositories.length,
    scanned: sum(({ scanned }) => scanned),
    changed: sum(({ changed }) => changed),
    errors: sum(({ errors }) => errors),
    syntaxErrors: sum(({ syntaxErrors }) => syntaxErrors),
    secondRun: sum(({ secondRun }) => secondRun),
    tscProjects: compared.length,
    tscFiles: sum(({ tsc }) => tsc?.files ?? 0),
    tscBefore: sum(({ tsc }) => tsc?.before ?? 0),
    tscAdded: sum(({ tsc }) => tsc?.added ?? 0),
  };
}
