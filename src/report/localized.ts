import type { Finding, Verdict } from '../engine/types';
import { type FileReport, withVerdict } from './result';
import type { ReportText } from './text';

/** The findings of a file with a given verdict, in the user's language. */
export function localized(file: FileReport, verdict: Verdict, text: ReportText): Finding[] {
  return withVerdict(file, verdict).map((finding) => ({
    ...finding,
    ...text.finding(finding),
    api: text.apiName(finding.api),
  }));
}
