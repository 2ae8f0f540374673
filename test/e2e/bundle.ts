import { join } from 'node:path';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { rewrite } from '../../src/engine';
import { filesOf } from '../support/taro-app';

interface Place {
  source: string;
  /** 1-based. */
  line: number;
  /** 0-based, as in source maps. */
  column: number;
}

/** A built script with its source map, as lines. */
interface Script {
  file: string;
  lines: string[];
  map: TraceMap;
  /** The app's modules by the names that the map gives to its sources. */
  modules: Map<string | null, string>;
}

/**
 * The scripts of a built app. Its modules are told by their paths or, where a build gives them names of its own
 * (`._src_pages_a_index.tsx`), by their text.
 */
export function scriptsOf(folder: string, sources: string): Script[] {
  const moduleOf = new Map([...filesOf(sources)].map(([module, text]) => [text, module]));
  const files = filesOf(folder);
  return [...files].flatMap(([file, code]) => {
    const json = file.endsWith('.js') ? files.get(`${file}.map`) : undefined;
    if (!json) return [];
    const map = new TraceMap(JSON.parse(json));
    const modules = new Map<string | null, string>();
    map.resolvedSources.forEach((source, index) => {
      const named = /(?:^|\/)src\/((?:pages|utils)\/[^?]+)$/.exec(source ?? '')?.[1];
      const module = named ?? moduleOf.get(map.sourcesContent?.[index] ?? '');
      if (module) modules.set(source, module);
    });
    return [{ file, lines: code.split('\n'), map, modules }];
  });
}

/** The names of the app's modules that still mention one of the deprecated APIs in built code. */
export function modulesWithCalls(scripts: readonly Script[]): string[] {
  const found = new Set<string>();
  for (const { lines, map, modules } of scripts) {
    eachMapping(map, ({ source, generatedLine, generatedColumn }) => {
      const text = lines[generatedLine - 1]?.slice(generatedColumn) ?? '';
      const module = modules.get(source);
      // The copied runtime names the old APIs in its messages.
      if (!module || module.startsWith('taro-modernize/')) return;
      if (/^[.["']*(startRecord|stopRecord)\b/.test(text)) found.add(module);
    });
  }
  return [...found].sort();
}

/** The calls in the example's sources that a build rewrites: where their callee begins. */
export function rewrittenCalls(sources: string): Place[] {
  return [...filesOf(sources)].flatMap(([source, text]) => {
    if (!/\.tsx?$/.test(source) || !/(start|stop)Record/.test(text)) return [];
    const lines = text.split('\n');
    return rewrite(text, { filename: join(sources, source) })
      .findings.filter(({ code }) => code === 'REC001')
      .map(({ line, column }) => {
        const before = lines[line - 1]!.slice(0, column - 1);
        return { source, line, column: before.length - /[\w$.]*$/.exec(before)![0].length };
      });
  });
}

/** What the built code says at the place that maps back to exactly this place of the sources. */
export function builtAt(scripts: readonly Script[], place: Place): string[] {
  const found: string[] = [];
  for (const { lines, map, modules } of scripts) {
    eachMapping(map, ({ source, originalLine, originalColumn, generatedLine, generatedColumn }) => {
      if (modules.get(source) !== place.source) return;
      if (originalLine === place.line && originalColumn === place.column) {
        found.push(lines[generatedLine - 1]!.slice(generatedColumn, generatedColumn + 80));
      }
    });
  }
  return found;
}
