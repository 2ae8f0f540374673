import type { Finding } from '../engine/types';
import { type ReportText, reportText } from './text';

/** The text of a mark in a source file: in the user's language first, then in the others, so that marks stay as they are. */
export function todoSentences(own: ReportText): (finding: Finding) => string[] {
  const texts = new Set([own, reportText('en'), reportText('zh')]);
  return (finding) =>
    [...texts].map((text) => {
      const sentence = text.sentence({ ...finding, ...text.finding(finding) });
      return finding.api === '*' ? sentence : text.about(finding.api, sentence);
    });
}
