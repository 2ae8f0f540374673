// Reads and parses every source file below a folder, one by one: the minimum for any tool that analyzes syntax with
// Babel.
//   node bare-parse.cjs <folder>
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('@babel/parser');

let count = 0;
const folders = [process.argv[2]];
while (folders.length > 0) {
  const folder = folders.pop();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.')) folders.push(path);
    else if (/(?<!\.d)\.[jt]sx?$/.test(entry.name)) {
      const plugins = [...(/x$/.test(path) ? ['jsx'] : []), ...(/tsx?$/.test(path) ? ['typescript'] : [])];
      parse(readFileSync(path, 'utf8'), { sourceType: 'unambiguous', plugins });
      count++;
    }
  }
}
console.log(`${count} parsed`);
