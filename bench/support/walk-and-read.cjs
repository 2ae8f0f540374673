// Only reads every source file below a folder, which is the minimum for any search.
//   node walk-and-read.cjs <folder>
const { closeSync, openSync, readdirSync, readSync } = require('node:fs');
const { join } = require('node:path');

const buffer = Buffer.allocUnsafe(1 << 20);
let count = 0;
const folders = [process.argv[2]];
while (folders.length > 0) {
  const folder = folders.pop();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        folders.push(join(folder, entry.name));
    } else if (/(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx|vue|wxml)$/.test(entry.name)) {
      const file = openSync(join(folder, entry.name), 'r');
      readSync(file, buffer, 0, buffer.length, null);
      closeSync(file);
      count++;
    }
  }
}
console.log(`${count} read`);
