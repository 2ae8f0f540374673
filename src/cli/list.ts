import type { Language } from '../messages/message';
import {
  actionOf,
  type CatalogueEntry,
  entriesFor,
  type Group,
  groupsOf,
  levelOf,
  type MarkupRow,
  type Migration,
  markupRows,
  migrations,
  needlesOf,
  ownerOf,
  type Row,
  selectMigrations,
  substitutesOf,
} from '../migrations';
import { type Colors, colorsFor } from '../report/colors';
import { migrationPage } from '../report/pages';
import { padded, wrapped } from '../report/text/columns';
import { chooseLanguage } from '../report/text/language';
import type { Arguments } from './args';
import type { Io } from './io';
import { type CliText, cliText } from './text';

/** All known deprecated APIs, grouped by the migrations that handle them, then components and attributes. */
export function list(args: Arguments, io: Io, _version: string): number {
  const target = {
    platforms: args.platform,
    target: args.target,
  };
  const due = selectMigrations(args.only ?? migrations.map(({ name }) => name), target);
  const entries = entriesFor(target, migrations, due).filter((entry) => !args.only || ownerOf(entry, due));
  if (args.json) {
    io.stdout.write(`${JSON.stringify(asJson(due, entries), null, 2)}\n`);
    return 0;
  }
  const language = chooseLanguage(args.lang, io.env);
  const colors = colorsFor({ off: !args.color, isTTY: io.stdout.isTTY === true, env: io.env });
  const { list: text } = cliText(language);
  const components = markupRows(due);
  const groups = groupsOf(due, entries);
  const lines = groups.flatMap((group) => [
    ...headingOf(group, text, colors, language),
    ...group.rows.flatMap((row, index) => linesOf(row, group.rows[index - 1], text)),
    '',
  ]);
  // Migrations of components only have no row above.
  for (const migration of new Set(components.map((row) => row.migration)))
    if (!groups.some((group) => group.migration === migration))
      lines.push(...headingOf({ migration, rows: [] }, text, colors, language), '');
  if (components.length > 0) lines.push(colors.bold(text.components), `${INDENT}${text.syntaxes}`);
  lines.push(...components.flatMap((row) => markupLines(row, text, language)));
  io.stdout.write(`${colors.dim(lineOf(text.columns, WIDTHS))}\n${lines.join('\n')}\n`);
  return 0;
}

/** The summary begins on the line below the name, because names are long. */
function headingOf(
  { migration, rows }: Group,
  text: CliText['list'],
  colors: Colors,
  language: Language,
): string[] {
  if (!migration) return [colors.bold(text.others), `${INDENT}${text.whyNot}`];
  const kind = migration.optIn ? 'opt-in' : rows[0]?.action;
  const action = kind && text.actions[kind];
  return [
    `${colors.bold(migration.name)}${action ? text.aside(action) : ''}`,
    ...wrapped(migration.summary[language].split(' '), TOTAL - INDENT.length, ' ').map(
      (line) => INDENT + line,
    ),
    `  ${colors.cyan(migrationPage(migration, language))}`,
  ];
}

/** The widths of the columns before the replacement. */
const WIDTHS = [31, 7, 9] as const;
/** The names of components and attributes are longer, and their replacements shorter. */
const MARKUP_WIDTHS = [33, 7, 9] as const;
type Widths = typeof WIDTHS | typeof MARKUP_WIDTHS;
const TOTAL = 80;
const INDENT = '  ';
const replacementWidth = (widths: Widths) =>
  widths.reduce((left: number, width) => left - width, TOTAL - INDENT.length);

/**
 * @param above the previous row. If it has the same replacements, they are not repeated if they take several
 * lines.
 */
function linesOf(row: Row, above: Row | undefined, text: CliText['list']): string[] {
  const all = wrapped(substitutesOf(row), replacementWidth(WIDTHS));
  const isRepeated =
    all.length > 1 && above !== undefined && `${substitutesOf(above)}` === `${substitutesOf(row)}`;
  return rowLines(row, row.platform, isRepeated ? [text.asAbove] : all, text, WIDTHS);
}

function markupLines(row: MarkupRow, text: CliText['list'], language: Language): string[] {
  const { use = '', platforms } = row;
  const words = (typeof use === 'object' ? use[language] : use).split(' ');
  const replacement = wrapped(words, replacementWidth(MARKUP_WIDTHS), ' ');
  return rowLines(row, platforms.join(), replacement, text, MARKUP_WIDTHS);
}

function rowLines(
  { apis, since = '', level }: Pick<Row, 'apis' | 'since' | 'level'>,
  platform: string,
  [first = '', ...rest]: readonly string[],
  text: CliText['list'],
  widths: Widths,
): string[] {
  const [api, ...more] = apis;
  const name = more.length === 0 ? api! : text.andMore(api!, more.length);
  const host = platform === 'weapp' ? '' : text.aside(platform);
  return [
    lineOf([name + host, since, text.levels[level], first], widths),
    ...rest.map((part) => lineOf(['', '', '', part], widths)),
  ];
}

function lineOf(cells: readonly string[], widths: Widths): string {
  const line = cells
    .map((cell, index) => (index < widths.length ? padded(cell, widths[index]!) : cell))
    .join('');
  return `${INDENT}${line}`.trimEnd();
}

/** Always in English, because programs read it. */
function asJson(due: readonly Migration[], entries: readonly CatalogueEntry[]) {
  return {
    version: 1,
    migrations: due.map((migration) => ({
      name: migration.name,
      summary: migration.summary.en,
      optIn: migration.optIn ?? false,
      docs: migration.docs,
      guide: migrationPage(migration, 'en'),
      apis: needlesOf(migration),
    })),
    apis: entries.map((entry) => {
      const migration = ownerOf(entry, migrations);
      return {
        ...entry,
        level: levelOf(entry),
        action: actionOf(entry, migrations),
        ...(migration && { migration: migration.name }),
      };
    }),
    markup: markupRows(due).flatMap(({ apis, use, why: _, migration, ...row }) =>
      apis.map((api) => ({
        api,
        ...row,
        ...(use !== undefined && { replacement: typeof use === 'object' ? use.en : use }),
        migration: migration.name,
      })),
    ),
  };
}
