import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { rewriteModule } from '../../src/integrations/module';
import { filesOf } from '../support/taro-app';

/** A text that only the recorder for browsers has. */
export const H5_RECORDER = '__taro_modernize_web_1';

interface Place {
  source: string;
  /** Line, 1-based. */
  line: number;
  /** Column, 0-based, as in source maps. */
  column: number;
}

/** The lines of a built script, with its source map. */
interface Script {
  file: string;
  lines: string[];
  map: TraceMap;
  /** The app's modules, keyed by the source names in the source map. */
  modules: Map<string | null, string>;
}

/**
 * The scripts of a built app. Modules are identified by path or, where a build renames them
 * (`._src_pages_a_index.tsx`), by their text.
 */
export function scriptsOf(folder: string, sources: string): Script[] {
  const written = [...filesOf(sources)];
  const moduleOf = new Map(written.map(([module, text]) => [text, module]));
  const moduleNamed = new Map(written.map(([module]) => [`._src_${module.replaceAll('/', '_')}`, module]));
  const files = filesOf(folder);
  return [...files].flatMap(([file, code]) => {
    const json = file.endsWith('.js') ? files.get(`${file}.map`) : undefined;
    if (!json) return [];
    const map = new TraceMap(JSON.parse(json));
    const modules = new Map<string | null, string>();
    map.resolvedSources.forEach((source, index) => {
      const named = /(?:^|\/)src\/((?:pages|utils)\/[^?]+)$/.exec(source ?? '')?.[1];
      const flat = moduleNamed.get(/[^/]*$/.exec(source ?? '')![0]);
      const module = named ?? flat ?? moduleOf.get(map.sourcesContent?.[index] ?? '');
      if (module) modules.set(source, module);
    });
    return [{ file, lines: code.split('\n'), map, modules }];
  });
}

/** The names of the app's modules whose built code still mentions a deprecated API. */
export function modulesWithCalls(scripts: readonly Script[]): string[] {
  const found = new Set<string>();
  for (const { lines, map, modules } of scripts) {
    eachMapping(map, ({ source, generatedLine, generatedColumn }) => {
      const text = lines[generatedLine - 1]?.slice(generatedColumn) ?? '';
      const module = modules.get(source);
      // The copied runtime names the old APIs in its error messages.
      if (!module || module.startsWith('taro-modernize/')) return;
      if (/^[.["']*(startRecord|stopRecord|playVoice|pauseVoice|stopVoice)\b/.test(text)) found.add(module);
    });
  }
  return [...found].sort();
}

/** The positions of the callees in an app's sources that a build rewrites. */
export function rewrittenCalls(sources: string): Place[] {
  return [...filesOf(sources)].flatMap(([source, text]) => {
    if (!/\.(tsx?|jsx?|vue)$/.test(source)) return [];
    const lines = text.split('\n');
    return (rewriteModule(text, join(sources, source), {})?.findings ?? [])
      .filter(({ code }) => /^(REC|VOI)001$/.test(code))
      .map(({ line, column }) => {
        const before = lines[line - 1]!.slice(0, column - 1);
        return { source, line, column: before.length - /[\w$.]*$/.exec(before)![0].length };
      });
  });
}

/** Names near recordings that minifiers keep. */
const LANDMARK = /\b(?:success|fail|title)(?=[:(])|(?<=\.)(?:showToast|setState|value)\b/g;

/**
 * The source positions at, before and after each rewritten call that no position in the built code maps to
 * exactly.
 */
export function lostPlaces(scripts: readonly Script[], sources: string): string[] {
  const calls = rewrittenCalls(sources);
  const lost = calls.filter((call) => !leadsTo(scripts, call, /^[\w$.(),]*\b(start|stop|play|pause)\b/));
  return [...lost.map((call) => shown(scripts, call, 'call')), ...lostLandmarks(scripts, sources)];
}

/** Only the positions before and after calls. The build does not have to rewrite the calls. */
export function lostLandmarks(scripts: readonly Script[], sources: string): string[] {
  const landmarks = rewrittenCalls(sources).flatMap((call) => {
    const all = landmarksOf(join(sources, call.source)).map((mark) => ({ ...mark, source: call.source }));
    const isBefore = (mark: Place) =>
      mark.line < call.line || (mark.line === call.line && mark.column < call.column);
    return [all.filter(isBefore).at(-1), all.find((mark) => !isBefore(mark))].filter((mark) => !!mark);
  });
  return landmarks
    .filter((mark) => !leadsTo(scripts, mark, new RegExp(`^\\W{0,2}${mark.word}\\b`)))
    .map((mark) => shown(scripts, mark, mark.word));
}

function shown(scripts: readonly Script[], place: Place, word: string): string {
  return `${place.source}:${place.line}:${place.column + 1} ${word} → ${builtAt(scripts, place)}`;
}

function landmarksOf(file: string): (Place & { word: string })[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(LANDMARK)].map(({ 0: word, index: column }) => ({
        source: file,
        line: index + 1,
        column,
        word,
      })),
    );
}

function leadsTo(scripts: readonly Script[], place: Place, expected: RegExp): boolean {
  return builtAt(scripts, place).some((text) => expected.test(text));
}

/** The built code that maps to exactly this source position. */
export function builtAt(scripts: readonly Script[], place: Place): string[] {
  const found: string[] = [];
  for (const { lines, map, modules } of scripts) {
    eachMapping(map, ({ source, originalLine, originalColumn, generatedLine, generatedColumn }) => {
      if (modules.get(source) !== place.source) return;
      if (originalLine === place.line && originalColumn === place.column) {
        // Without its comments, such as webpack's /* names */ of exports.
        const text = lines[generatedLine - 1]!.slice(generatedColumn).replace(/\/\*.*?\*\//g, '');
        found.push(text.slice(0, 80));
      }
    });
  }
  return found;
}

/** The built files that contain the recorder. */
export function recordersIn(folder: string): string[] {
  return [...filesOf(folder)].flatMap(([file, text]) =>
    file.endsWith('.js') && text.includes('__taro_modernize_recorder_') ? [text] : [],
  );
}

/** Words in the recorder that only one platform needs. */
const OWN_WORDS = { alipay: 'scope.audioRecord', h5: 'NotAllowedError', rn: 'react-native' };

/** The platforms whose specific code is included in a built recorder. */
export function platformsIn(code: string): string[] {
  return Object.entries(OWN_WORDS).flatMap(([owner, word]) => (code.includes(word) ? [owner] : []));
}
