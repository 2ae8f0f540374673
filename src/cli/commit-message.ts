import type { Finding } from '../engine/types';
import { type MigrationInfo, migrations } from '../migrations';
import type { Step } from '../project/steps';
import type { InstallationWrite } from '../project/types';
import { migrationPage } from '../report/pages';
import type { Session } from './session';

/** In the comments at manual findings. */
const MARK = 'TODO(taro-modernize)';

/** The message for a commit with the runtimes that rewritten code imports. */
export function runtimeMessage({ text, version }: Session, writes: readonly InstallationWrite[]): string {
  const names = [...new Set(writes.flatMap(({ runtime }) => runtime ?? []))];
  return names.length > 0 ? text.commit.runtime(names, version) : text.commit.dependency(version);
}

/** The message for a commit with a step: what changes for users, with counts. */
export function stepMessage({ args, text, words }: Session, { name, files }: Step): string {
  const { language } = words;
  const findings = files.flatMap((file) => file.findings);
  const rewritten = findings.filter(({ verdict }) => verdict === 'rewritten');
  const manual = findings.filter(({ verdict }) => verdict === 'manual');
  const shown = rewritten.length > 0 ? rewritten : manual;
  const involved = migrationsOf([...rewritten, ...manual]);
  const replacing = migrationsOf(rewritten);
  const trials = replacing.flatMap(({ runtime }) => runtime?.trial?.[language] ?? []);
  const isMarked = files.some(({ change }) => change?.after.includes(MARK));
  const lines = [
    ...replacing.map(({ summary }) => summary[language]),
    ...(rewritten.length > 0 ? [text.commit.replaced(countsOf(rewritten))] : []),
    ...(manual.length > 0 ? [text.commit.manual(manual.length, isMarked)] : []),
    ...(trials.length > 0 ? [text.commit.trials(trials)] : []),
    ...involved.map((one) => text.commit.page(migrationPage(one, language))),
  ];
  const subject = text.commit.subject({
    apis: namesIn(shown, involved).map(words.apiName),
    ...(args.commit === 'folder' && { folder: name }),
    isMarked: rewritten.length === 0,
    locations: shown.length,
    inFiles: files.filter(({ findings }) => findings.some((one) => shown.includes(one))).length,
  });
  return `${subject}\n\n${lines.join('\n')}\n`;
}

/** The APIs of the findings: those of the migrations first, then those that change with them. */
function namesIn(findings: readonly Finding[], involved: readonly MigrationInfo[]): string[] {
  const found = new Set(findings.map(({ api }) => api));
  const own = involved.flatMap(({ apis }) => Object.keys(apis)).filter((api) => found.has(api));
  return [...new Set([...own, ...found])];
}

function migrationsOf(findings: readonly Finding[]) {
  return migrations.filter(({ name }) => findings.some(({ migration }) => migration === name));
}

/** `startRecord (2)` */
function countsOf(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { api } of findings) counts.set(api, (counts.get(api) ?? 0) + 1);
  return [...counts].map(([api, count]) => `${api} (${count})`);
}
