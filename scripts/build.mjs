// Builds the package into dist. tsdown's own command would print a notice about Node 20 at each build.
import { build } from 'tsdown';

await import('./clean.mjs');
await import('./registry.mjs');
await build({ logLevel: 'warn' });
const { buildRuntime } = await import('./build-runtime.mjs');
buildRuntime();
await import('./build-subpaths.mjs');
