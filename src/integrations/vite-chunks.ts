/** The part of Rollup's output options that is used here. */
export interface OutputOptions {
  manualChunks?: unknown;
}

type ChunkOf = (id: string, api: ModuleApi) => unknown;

interface ModuleApi {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** A copied runtime imports its host, which imports Taro. */
const STEPS = 2;

/**
 * Puts the runtimes into the chunk of Taro. Taro's own packages are also in that chunk, and may call a
 * runtime while it loads. A runtime in the chunk of all other packages would then find no Taro.
 * @param runtimes their modules, by Vite id
 */
export function besideTaro(output: OutputOptions, runtimes: ReadonlySet<string>): OutputOptions | null {
  const { manualChunks } = output;
  if (typeof manualChunks !== 'function') return null;
  const chunkOf = manualChunks as ChunkOf;
  const placed: ChunkOf = (id, api) => chunkOf(runtimes.has(id) ? taroOf(id, api) : id, api);
  return { ...output, manualChunks: placed };
}

function taroOf(runtime: string, { getModuleInfo }: ModuleApi): string {
  let ids = [runtime];
  for (let step = 0; step < STEPS; step++) {
    ids = ids.flatMap((id) => getModuleInfo(id)?.importedIds ?? []);
    const taro = ids.find((id) => id.includes('@tarojs/taro/'));
    if (taro !== undefined) return taro;
  }
  return runtime;
}
