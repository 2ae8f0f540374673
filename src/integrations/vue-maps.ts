import remapping, { type EncodedSourceMap } from '@jridgewell/remapping';
import type { SourceMap } from '../project/rewrite';

/** A component as the compiler received it. */
export interface RewrittenComponent {
  code: string;
  map: SourceMap | null;
}

/**
 * Traces the source map of a component's block back to the original component. Vue's compiler creates these
 * maps from the rewritten text, and its bundler plugins ignore the input map of that text.
 * @returns the same map if it does not refer to the rewritten text
 */
export function mapToWritten<Map>(map: Map, { code, map: ours }: RewrittenComponent): Map {
  const parsed = (typeof map === 'string' ? JSON.parse(map) : map) as EncodedSourceMap | null | undefined;
  if (!ours || !parsed?.sourcesContent?.includes(code)) return map;
  const [source] = parsed.sources;
  const written = { ...ours, sources: [source ?? null] } as unknown as EncodedSourceMap;
  return remapping(parsed, (_file, context) => {
    const isRewritten = context.content === undefined || context.content === code;
    return isRewritten && context.depth === 1 ? written : null;
  }) as unknown as Map;
}

/** The part of @vitejs/plugin-vue that is used here. */
interface VuePlugin {
  name: string;
  load?: Load | { handler: Load };
}
type Load = (this: unknown, id: string, ...rest: unknown[]) => unknown;

/**
 * Makes the maps of blocks that @vitejs/plugin-vue loads as separate modules refer to the original
 * components. No hook of another plugin can change the map of a loaded module.
 * @param componentOf returns the rewritten component by file
 */
export function mapLoadedBlocks(
  plugins: readonly { name: string }[],
  componentOf: (file: string) => RewrittenComponent | undefined,
): void {
  for (const plugin of plugins as readonly VuePlugin[]) {
    if (plugin.name !== 'vite:vue' || !plugin.load) continue;
    const wrap = (load: Load): Load =>
      async function (id, ...rest) {
        const loaded = (await load.call(this, id, ...rest)) as { map?: unknown } | null | undefined;
        const component = /\.vue\?/.test(id) ? componentOf(id.replace(/\?.*$/, '')) : undefined;
        if (!component || !loaded?.map) return loaded;
        return { ...loaded, map: mapToWritten(loaded.map, component) };
      };
    if (typeof plugin.load === 'function') plugin.load = wrap(plugin.load);
    else plugin.load.handler = wrap(plugin.load.handler);
  }
}
