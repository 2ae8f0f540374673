import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, needlesOf, packagesOfTaro, selectMigrations } from '../migrations';
import { Prefilter } from '../migrations/prefilter';
import { loadEngine } from './engine';
import { packageFile, packageIn, readIfPossible, readModule, requestsIn } from './package-modules';
import type { Project } from './types';
import { everySource } from './walk';

/** An installed package that calls deprecated APIs, with their names. */
export interface InstalledCalls {
  name: string;
  apis: string[];
}

/** How long the search may take, in milliseconds. */
const BUDGET = 1000;
/** How much of a file the engine processes at least in a millisecond, in bytes. */
const SPEED = 500;
/** Length of the longest file that is processed. */
const MAX_LENGTH = 500_000;

const PLATFORM = 'weapp';

/** Rewritten code that does not call the API. */
const NO_CALLS = /^rewritten\/(specifier|imported|feature|tested.*)$/;

/**
 * The packages imported by the sources of apps for WeChat whose calls a build with the Taro plugin would
 * rewrite. Only code that the app imports directly counts, and no fallback behind a test of the replacement.
 * @param names the migrations of the run
 * @returns nothing if the search would take too long
 */
export async function installedCalls(
  projects: readonly Project[],
  names?: readonly string[],
  now: () => number = Date.now,
): Promise<InstalledCalls[]> {
  const end = now() + BUDGET;
  const hasTime = (bytes = 0) => now() + bytes / SPEED < end;
  const migrations = selectMigrations(names, { platforms: [PLATFORM] }).filter(({ unlisted }) => unlisted);
  if (migrations.length === 0) return [];
  const prefilter = new Prefilter(migrations.flatMap((migration) => needlesOf(migration)));
  const found = new Map<string, Set<string>>();
  for (const project of projects.filter(isConcerned)) {
    const requests = importedBy(project, hasTime);
    if (requests === undefined) return [];
    for (const request of requests) {
      for (const { path, bytes } of modulesOf(request, project)) {
        if (!hasTime()) return [];
        if (bytes.length > MAX_LENGTH || !prefilter.matches(bytes)) continue;
        if (!hasTime(bytes.length)) return [];
        const apis = await callsIn(
          path,
          bytes.toString('utf8'),
          project,
          migrations.map(({ name }) => name),
        );
        const name = packageIn(request)!;
        if (apis.length > 0) found.set(name, new Set([...(found.get(name) ?? []), ...apis]));
      }
    }
  }
  if (!hasTime()) return [];
  return [...found]
    .map(([name, apis]) => ({ name, apis: [...apis].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a project is an app for WeChat that is built with Taro, and without this package's plugin. */
function isConcerned({ kind, detected, platforms, root }: Project): boolean {
  const isForWeChat = platforms.length === 0 || platforms.includes(PLATFORM);
  return kind === 'taro' && detected && isForWeChat && !hasPlugin(root);
}

function hasPlugin(root: string): boolean {
  const folder = join(root, 'config');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .some((name) => /['"]taro-modernize['"]/.test(readIfPossible(join(folder, name)).toString('utf8')));
}

/** The requests for packages in the sources of a project, or `undefined` without enough time. */
function importedBy({ sourceRoot }: Project, hasTime: () => boolean): Set<string> | undefined {
  const requests = new Set<string>();
  const ofTaro = packagesOfTaro(PLATFORM);
  for (const path of everySource(sourceRoot)) {
    if (!hasTime()) return undefined;
    for (const request of requestsIn(readIfPossible(path).toString('utf8'))) {
      const name = packageIn(request);
      // The other packages of Taro load before its runtime, so builds do not rewrite them.
      if (name !== undefined && (!name.startsWith('@tarojs/') || ofTaro.includes(name)))
        requests.add(request);
    }
  }
  return requests;
}

/** The modules of a package that a request loads. */
function* modulesOf(request: string, { root }: Project): Generator<{ path: string; bytes: Buffer }> {
  const entry = packageFile(request, root);
  const paths = new Set(entry === undefined ? [] : [entry]);
  // The set grows during the loop.
  for (const path of paths) {
    const { bytes, loads } = readModule(path);
    for (const one of loads) paths.add(one);
    yield { path, bytes };
  }
}

/** The APIs that a module certainly calls. */
async function callsIn(
  path: string,
  text: string,
  { taroVersion }: Project,
  migrations: readonly string[],
): Promise<string[]> {
  const { rewrite, testedRanges } = await loadEngine();
  try {
    const options = { filename: path, platforms: [PLATFORM], migrations, taroVersion, readBack: false };
    const calls = rewrite(text, options).findings.filter(
      ({ verdict, messageId }) => verdict === 'rewritten' && !NO_CALLS.test(messageId),
    );
    if (calls.length === 0) return [];
    const tested = testedRanges(text, path, replacementsOf(calls.map(({ api }) => api)));
    const isFallback = (at: number) => tested.some(({ start, end }) => start <= at && at < end);
    return calls.filter(({ start }) => !isFallback(start)).map(({ api }) => api);
  } catch {
    // A build leaves a module that cannot be parsed as it is.
    return [];
  }
}

function replacementsOf(apis: readonly string[]): Set<string> {
  const entries = catalogue.filter(({ platform, api }) => platform === PLATFORM && apis.includes(api));
  return new Set(entries.flatMap(({ replacements }) => replacements.map(({ name }) => name)));
}
