// Adds up vitest's JSON reports and prints one line. Exits with 1 if a test failed or none ran.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests || (report.success ? 0 : 1);
    skipped += report.numPendingTests;
  } catch (error) {
    console.log(`${file}: no report (${error.message})`);
    failed++;
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
