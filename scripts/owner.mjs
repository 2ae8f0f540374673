// Sets the GitHub owner in the URLs of package.json, pages and sources.
//   node scripts/owner.mjs NAME     replaces the placeholder with NAME
//   node scripts/owner.mjs --check  exits with 1 while the placeholder is there, because npm requires the real
//                                   repository for provenance
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PLACEHOLDER =
  /(?<=github(?:usercontent)?\.com\/)OWNER(?=\/taro-modernize)|(?<=https:\/\/)OWNER(?=\.github\.io\/taro-modernize)/g;

const [argument] = process.argv.slice(2);
const found = files().filter((file) => text(file).search(PLACEHOLDER) >= 0);

if (argument === '--check') {
  if (found.length > 0) {
    console.error(
      `Placeholder OWNER found in ${found.join(', ')}. Replace it before publishing: npm run owner -- NAME`,
    );
    process.exitCode = 1;
  }
} else if (argument !== undefined && /^[a-z\d](?:-?[a-z\d])*$/i.test(argument)) {
  for (const file of found) writeFileSync(join(root, file), text(file).replace(PLACEHOLDER, argument));
  console.log(`${found.length} files now name ${argument}.`);
} else {
  console.error('Usage: npm run owner -- NAME, the user or organization on GitHub');
  process.exitCode = 2;
}

function files() {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((file) => /\.(md|json|ts|yml)$/.test(file) && !file.startsWith('test/'));
}

function text(file) {
  return readFileSync(join(root, file), 'utf8');
}
