// Builds the package into dist. Calls tsdown's API, because its CLI prints a notice about Node 20 in each build.
import { build } from 'tsdown';

await import('./clean.mjs');
await import('./registry.mjs');
await build({ logLevel: 'warn' });
const { buildRuntime } = await import('./build-runtime.mjs');
buildRuntime();
await import('./digests.mjs');
await import('./build-subpaths.mjs');
