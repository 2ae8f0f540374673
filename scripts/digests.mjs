// Adds the digest of its content to each source of a runtime, as `src/project/runtime-header.ts` reads it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { contentOf } = createRequire(import.meta.url)('../dist/engine/index.js');
const folder = fileURLToPath(new URL('../dist/runtime/source/', import.meta.url));

for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.[jt]s$/.test(name)) continue;
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const digest = createHash('sha256').update(contentOf(text)).digest('hex').slice(0, 16);
  writeFileSync(
    path,
    text.replace(/^\/\/ @taro-modernize-runtime \S+/, (header) => `${header} content:${digest}`),
  );
}
