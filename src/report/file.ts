import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { makeFolder } from '../project/make-folder';
import { displayPath } from '../project/paths';
import { joined } from './parts';
import type { Report } from './result';
import type { ReportText } from './text';

/** Writes the report in the format of the file name's extension. Returns the error message if that fails. */
export function writeReport(path: string, report: Report, text: ReportText): Promise<string | null> {
  return writeParts(path, () => render(path, report, text), text);
}

/** Writes a text for the user in parts. Returns the error message if that fails. */
export async function writeParts(
  path: string,
  parts: () => Promise<Iterable<string>>,
  text: ReportText,
): Promise<string | null> {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    // A pipe would block the run until somebody reads it.
    if (old && !old.isFile()) return text.problem({ kind: 'not-a-file' }, path).what;
    const content = await parts();
    makeFolder(dirname(path));
    const file = openSync(path, 'w');
    try {
      for (const part of joined(content)) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function render(path: string, report: Report, text: ReportText): Promise<Iterable<string>> {
  switch (extname(path)) {
    case '.sarif':
      return (await import('./sarif')).toSarif(report, text.language);
    case '.md':
      return [(await import('./markdown')).toMarkdown(report, text, displayPath(report.cwd, dirname(path)))];
    case '.html':
      return (await import('./html')).toHtml(report, text);
    default:
      return (await import('./json')).toJson(report, text);
  }
}
