import { version } from '../../../package.json';
import { isMarkupFile } from '../../../src/engine/markup/markup-file';
import { format } from '../../../src/messages/format';
import type { Language } from '../../../src/messages/message';
import { migrationMessages, selectMigrations } from '../../../src/migrations';
import {
  type Evidence,
  evidenceKinds,
  evidenceOf,
  type ProjectOptions,
  withEvidence,
} from '../../../src/project/evidence';
import { insertDependency } from '../../../src/project/insert-dependency';
import { type Edit, type Finding, isRuntimeCopy, type RewriteResult } from '../../../src/project/rewrite';
import { isSourceFile } from '../../../src/project/source-files';
import { pageName } from '../../../src/report/pages';
import type { SourceFile, State } from '../state';
import { declared } from './package-json';
import { problemOf } from './problem';
import type { FileResult, Problem } from './protocol';
import { prepare, type Rewrite } from './rewrite';

/** The engine's result for a file. */
type Processed = { file: SourceFile; result?: RewriteResult; problem?: Problem };

/** Rewrites all files as the command would, in an app that consists of them. */
export async function run(state: State, language: Language): Promise<FileResult[]> {
  const { processed } = await process(state, language);
  return [...processed.map((one) => shown(one, state, language)), ...manifests(state, processed)].sort(
    (one, other) => indexOf(state, one) - indexOf(state, other),
  );
}

/** The edits for one finding alone. For a manual finding, those if its API is the platform's. */
export async function editsOf(
  state: State,
  name: string,
  finding: Pick<Finding, 'migration' | 'start' | 'verdict'>,
): Promise<Edit[]> {
  const { rewrite, options } = await process(state, 'en');
  const file = state.files.find((one) => one.name === name);
  if (!file) return [];
  const offset = file.code.startsWith('\uFEFF') ? finding.start - 1 : finding.start;
  const { edits } = rewrite(file, {
    ...options,
    todo: false,
    ...(finding.verdict === 'manual' && { assumed: offset, families: undefined, wholeFamilies: undefined }),
    isSuppressed: (_migration, at) => at !== offset,
  });
  return edits;
}

async function process(
  { files, options }: State,
  language: Language,
): Promise<{
  processed: Processed[];
  rewrite: Rewrite;
  options: ProjectOptions;
}> {
  const manifest = files.find(isManifest);
  const sources = files.filter(
    ({ name }) => isSourceFile(name) || isMarkupFile(name) || isConfig(name, options),
  );
  const all = { ...(manifest && declared(manifest.code)), ...options };
  const rewrite = await prepare(files, all, language);
  const once = (more: ProjectOptions) => sources.map((file) => processed(file, rewrite, more));
  const first = once({});
  if (all.evidence === false) return { processed: first, rewrite, options: {} };
  const kinds = evidenceKinds(selectMigrations(all.migrations, all), all.migrations ?? []);
  // Evidence only grows, and the options follow from it, so this ends.
  let last = first;
  let evidence: Evidence = {};
  let known: ProjectOptions = {};
  for (;;) {
    const before = JSON.stringify(known);
    const latest = last.map(evidenceIn(kinds)).reduce((one, other) => withEvidence(one, other), {});
    evidence = withEvidence(evidence, latest, kinds);
    known = Object.assign(
      {},
      ...kinds.map(({ name, options }) =>
        options(evidence[name] ?? [], { isComplete: true, hasRuntime: () => false }),
      ),
    );
    if (JSON.stringify(known) === before) return { processed: last, rewrite, options: known };
    last = once(known);
  }
}

function evidenceIn(kinds: ReturnType<typeof evidenceKinds>): (processed: Processed) => Evidence {
  return ({ file, result }) =>
    result
      ? evidenceOf(kinds, {
          kind: 'source',
          outcome: {
            path: file.name,
            findings: result.findings,
            change: { runtimes: result.runtimes } as never,
          },
          hostUses: result.hostUses,
          links: result.links,
          families: result.families.map(({ stay, ...family }) => ({
            ...family,
            ...(stay && { stay: { ...stay, path: file.name } }),
          })),
        })
      : {};
}

function processed(file: SourceFile, rewrite: Rewrite, options: ProjectOptions): Processed {
  try {
    if (isRuntimeCopy(file.code)) return { file };
    return { file, result: rewrite(file, options) };
  } catch (error) {
    return { file, problem: problemOf(error) };
  }
}

function shown({ file, result, problem }: Processed, { options }: State, language: Language): FileResult {
  const findings = (result?.findings ?? []).filter(
    ({ level, verdict }) => options.level !== 'required' || level === 'required' || verdict === 'rewritten',
  );
  return {
    name: file.name,
    code: result?.code ?? file.code,
    edits: result?.edits ?? [],
    findings: findings.map((finding) => ({
      ...finding,
      ...format({ id: finding.messageId, data: finding.data ?? {} }, language, migrationMessages),
      page: pageName(finding),
    })),
    ...(problem && { problem }),
  };
}

/** With the packaged runtimes, package.json gets the dependency. */
function manifests({ files, options }: State, processed: readonly Processed[]): FileResult[] {
  const isNeeded = options.runtime === 'package' && processed.some(({ result }) => result?.runtimes.length);
  return files
    .filter((file) => !processed.some((one) => one.file === file))
    .map((file) => {
      const after =
        isNeeded && isManifest(file) && !/"taro-modernize"\s*:/.test(file.code)
          ? insertDependency(file.code, 'taro-modernize', `^${version}`)
          : null;
      return { name: file.name, code: after ?? file.code, findings: [], edits: [] };
    });
}

function isManifest({ name }: Pick<SourceFile, 'name'>): boolean {
  return /(^|\/)package\.json$/.test(name);
}

/** Other JSON is no configuration of a mini program. */
function isConfig(name: string, { project, evidence }: State['options']): boolean {
  return name.endsWith('.json') && !isManifest({ name }) && (project === 'native' || evidence === false);
}

function indexOf({ files }: State, { name }: FileResult): number {
  return files.findIndex((file) => file.name === name);
}
