import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Report } from './result';
import type { ReportText } from './text';

/** Writes the report in the format that the file's name ends in; the message of the failure, if it fails. */
export async function writeReport(path: string, report: Report, text: ReportText): Promise<string | null> {
  try {
    const content = await render(extname(path), report, text);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function render(ending: string, report: Report, text: ReportText): Promise<string> {
  switch (ending) {
    case '.sarif':
      return (await import('./sarif')).toSarif(report);
    case '.md':
      return (await import('./markdown')).toMarkdown(report, text);
    case '.html':
      return (await import('./html')).toHtml(report, text);
    default:
      return (await import('./json')).toJson(report);
  }
}
