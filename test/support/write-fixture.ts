import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RewriteResult } from '../../src/project/rewrite';
import type { Fixture } from './fixtures';

/** The findings of a run as in a fixture's file. */
export function findingsText({ findings }: Pick<RewriteResult, 'findings'>): string {
  return findings.map(({ line, column, api, code }) => `${line}:${column} ${api} ${code}\n`).join('');
}

/**
 * Writes the output and the findings of a run.
 * @throws {Error} if nothing is found, because the API is then probably not part of any migration
 */
export function writeFixture(fixture: Fixture, result: Pick<RewriteResult, 'changed' | 'code' | 'findings'>) {
  const { outputFile, findingsFile } = fixture;
  const findings = findingsText(result);
  const isMeant = existsSync(findingsFile) && readFileSync(findingsFile, 'utf8') === '';
  if (findings === '' && !isMeant) throw new Error(nothingFound(fixture));
  if (result.changed) writeFileSync(outputFile, result.code);
  else rmSync(outputFile, { force: true });
  writeFileSync(findingsFile, findings);
}

function nothingFound({ folder, name, extension, findingsFile }: Fixture): string {
  return `${folder}/${name}.input.${extension} has no findings, so nothing is written. Check one of these:
- The API is in the \`apis\` or \`results\` of a migration, and \`node scripts/registry.mjs\` has listed its folder.
- An API that is only reported has an entry in \`untagged\` (if the typings do not tag it) and a line in \`advice\`,
  both in src/migrations/catalogue/by-hand.ts.
- If the case must have no findings, create an empty ${basename(findingsFile)} beside it.`;
}
