import { pathToFileURL } from 'node:url';
import type { Finding } from '../engine/types';
import type { Language } from '../messages/message';
import { HOME } from './home';
import { jsonParts } from './parts';
import { describeProblem } from './problem';
import { counts, type FileReport, type Report } from './result';
import { fixOf } from './sarif-fixes';
import { messageOf, rulesOf } from './sarif-messages';
import { en } from './text/en';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const ROOT = 'SRCROOT';

/**
 * SARIF 2.1.0 for code-scanning services. Manual findings are warnings; rewritten and ignored ones are notes.
 * @param language of the pages that rules link to. Messages are in English, because programs read them.
 */
export function* toSarif(report: Report, language: Language): Generator<string> {
  const findings = report.files.flatMap((file) => file.findings);
  const sarif = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'taro-modernize',
            version: report.version,
            informationUri: HOME,
            rules: rulesOf(findings, language),
          },
        },
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(report.cwd).href.replace(/\/$/, '')}/` } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.totals.errors === 0,
            toolExecutionNotifications: report.files.flatMap((file) =>
              file.problem ? [notification(file)] : [],
            ),
          },
        ],
        results: resultsOf(report),
      },
    ],
  };
  yield* jsonParts(sarif);
  yield '\n';
}

function* resultsOf({ files }: Report) {
  for (const file of files) for (const finding of file.findings) yield resultOf(file, finding);
}

function resultOf(file: FileReport, finding: Finding) {
  const isFirst = finding === file.findings.find(({ verdict }) => verdict === 'rewritten');
  const fix = isFirst ? fixOf(file, location(file)) : undefined;
  const open = finding.verdict === 'manual' || (finding.verdict === 'rewritten' && !counts(file, finding));
  return {
    ruleId: finding.code,
    level: open && finding.level === 'required' ? 'warning' : 'note',
    ...(finding.verdict === 'ignored' && { kind: 'informational', level: 'none' }),
    message: messageOf(finding),
    locations: [
      {
        physicalLocation: {
          artifactLocation: location(file),
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
          },
        },
      },
    ],
    ...(fix && { fixes: [fix] }),
    properties: { migration: finding.migration, verdict: finding.verdict, level: finding.level },
  };
}

function notification(file: FileReport) {
  const problem = file.problem!;
  const { what, next } = describeProblem(problem, file.shown, en);
  return {
    level: 'error',
    message: { text: `${what}. ${next}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: location(file),
          ...(problem.line !== undefined && {
            region: { startLine: problem.line, startColumn: problem.column ?? 1 },
          }),
        },
      },
    ],
  };
}

function location(file: FileReport) {
  if (file.shown.startsWith('../') || /^([a-z]:|\/)/i.test(file.shown))
    return { uri: pathToFileURL(file.path).href };
  return { uri: file.shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}
