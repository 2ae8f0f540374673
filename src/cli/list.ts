import { migrations, needlesOf } from '../migrations';
import { colorsFor } from '../report/colors';
import { chooseLanguage } from '../report/text/language';
import type { Arguments } from './args';
import type { Io } from './io';

/** The migrations with their APIs and where each is documented. */
export function list(args: Arguments, io: Io, _version: string): number {
  if (args.json) {
    const rows = migrations.map((migration) => ({
      name: migration.name,
      summary: migration.summary.en,
      optIn: migration.optIn ?? false,
      docs: migration.docs,
      apis: needlesOf(migration),
    }));
    io.stdout.write(`${JSON.stringify({ version: 1, migrations: rows }, null, 2)}\n`);
    return 0;
  }
  const language = chooseLanguage(args.lang, io.env);
  const colors = colorsFor({ off: !args.color, isTTY: io.stdout.isTTY === true, env: io.env });
  for (const migration of migrations) {
    const { name, summary, docs } = migration;
    io.stdout.write(
      `${colors.bold(name)}\n  ${summary[language]}\n  ${needlesOf(migration).join(', ')}\n  ${colors.cyan(docs)}\n`,
    );
  }
  return 0;
}
