import type { Finding } from '../engine/types';
import type { Level } from '../migrations';
import { isOfLevel } from './result';
import { type ReportText, reportText } from './text';

/**
 * The text of a mark in a source file: first in the user's language, then in the others, so that existing
 * marks are kept. Undefined for findings below the level.
 */
export function todoSentences(own: ReportText, level: Level): (finding: Finding) => string[] {
  const texts = new Set([own, reportText('en'), reportText('zh')]);
  return (finding) => {
    if (!isOfLevel(finding, level)) return [];
    return [...texts].map((text) => {
      const sentence = text.sentence({ ...finding, ...text.finding(finding) });
      return finding.api === '*' ? sentence : text.about(finding.api, sentence);
    });
  };
}
