import type { Level } from '../migrations/index';
import type { Finding } from '../project/rewrite';
import { isOfLevel } from '../report/result';

/**
 * The findings that a build reports: the manual ones.
 * @param level findings below it are left to a scan, so that a first build is not flooded with messages
 */
export function manualFindings(findings: readonly Finding[], level: Level = 'required'): Finding[] {
  return findings.filter((finding) => finding.verdict === 'manual' && isOfLevel(finding, level));
}
