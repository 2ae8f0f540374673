import { similar } from '../messages/similar';
import { printable } from '../project/printable';
import { colorsFor } from '../report/colors';
import { type Pages, readPages } from '../report/finding-pages';
import { findingPageUrl } from '../report/pages';
import { chooseLanguage } from '../report/text/language';
import type { Arguments } from './args';
import { EXIT } from './exit';
import type { Io } from './io';
import { pageText } from './page-text';
import { cliText } from './text';

/** The pages about finding codes, in the terminal. */
export function explain(args: Arguments, io: Io, _version: string): number {
  const language = chooseLanguage(args.lang, io.env);
  const pages = readPages(io.packageRoot);
  const names = pageNames(pages);
  const asked = args.paths.map((path) => path.toUpperCase());
  const unknown = asked.findIndex((code) => !names.has(code));
  if (unknown !== -1) {
    const { explain: text } = cliText(language);
    const alike = similarCodes(asked[unknown]!, [...names.keys()]);
    io.stderr.write(
      `${text.unknown(printable(args.paths[unknown]!), alike, findingPageUrl('README', language))}\n`,
    );
    return EXIT.refused;
  }
  const colors = colorsFor({ off: !args.color, isTTY: io.stdout.isTTY === true, env: io.env });
  const texts = asked.map((code) => {
    const name = names.get(code)!;
    const url = findingPageUrl(name, language);
    return `${pageText(pages[name]![language], url, colors)}\n${colors.cyan(url)}\n`;
  });
  io.stdout.write(texts.join('\n\n'));
  return EXIT.done;
}

/** The names of the pages by code: the name itself, and the codes that the page lists below its title. */
function pageNames(pages: Pages): Map<string, string> {
  return new Map(
    Object.entries(pages).flatMap(([name, { en }]) => {
      const listed = /^`[A-Z]{3}\d{3}`.*$/m.exec(en)?.[0].match(/[A-Z]{3}\d{3}/g) ?? [];
      return [name, ...listed].map((code) => [code, name] as const);
    }),
  );
}

/** The codes that differ in one character, and the page with the same number. */
function similarCodes(code: string, known: readonly string[]): string[] {
  const number = /\d{3}$/.exec(code)?.[0];
  return known.filter((one) => one === number || similar(code, [one], 1) !== undefined);
}
