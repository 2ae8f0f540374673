import type { Level } from '../migrations/index';
import type { Finding } from '../project/rewrite';
import { isOfLevel } from '../report/result';

/**
 * The findings that a build tells of: what is left by hand.
 * @param level What matters less is left to a scan, so that a first build is no wall of text.
 */
export function told(findings: readonly Finding[], level: Level = 'required'): Finding[] {
  return findings.filter((finding) => finding.verdict === 'manual' && isOfLevel(finding, level));
}
