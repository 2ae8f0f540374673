// Removes the output of earlier builds, so that no stale chunk is ever published.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
