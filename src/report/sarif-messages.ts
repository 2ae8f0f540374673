import type { Finding } from '../engine/types';
import { templateOf, valueText } from '../messages/format';
import type { Language } from '../messages/message';
import { migrationMessages, migrations } from '../migrations';
import { findingPage, migrationPage } from './pages';

interface Rule {
  id: string;
  shortDescription: { text: string };
  helpUri: string;
  help: { text: string; markdown: string };
  messageStrings: Record<string, { text: string }>;
}

const TITLES: Readonly<Record<Finding['verdict'], string>> = {
  rewritten: 'Deprecated API, rewritten',
  manual: 'Deprecated API, manual change needed',
  ignored: 'Ignored',
};

/** A rule for each code, with the messages of its findings and links to the pages in a language. */
export function rulesOf(findings: readonly Finding[], language: Language): Rule[] {
  const rules = new Map<string, Rule>();
  for (const finding of findings) {
    const { code, verdict, messageId } = finding;
    // The message of a finding may contain names from the code, so the rule's title is its code and verdict.
    const rule = rules.get(code) ?? {
      id: code,
      shortDescription: { text: TITLES[verdict] },
      helpUri: findingPage(finding, language),
      help: helpFor(finding, language),
      messageStrings: {},
    };
    rules.set(code, rule);
    rule.messageStrings[messageId] = { text: formatString(messageId) };
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Always in English, because programs read it. */
export function messageOf({ api, reason, hint, messageId, data = {} }: Finding) {
  return {
    text: hint === undefined ? `${api}: ${reason}` : `${api}: ${reason} — ${hint}`,
    id: messageId,
    arguments: [api, ...namesIn(messageId).map((name) => valueText(data[name], 'en', migrationMessages))],
  };
}

/** The pages about a finding's code and its migration, which code-scanning services show below an alert. */
function helpFor(finding: Finding, language: Language): Rule['help'] {
  const migration = migrations.find(({ name }) => name === finding.migration);
  const pages = [
    [finding.code, findingPage(finding, language)],
    ...(migration ? [[migration.name, migrationPage(migration, language)]] : []),
  ];
  return {
    text: pages.map(([name, url]) => `${name}: ${url}`).join('\n'),
    markdown: pages.map(([name, url]) => `[${name}](${url})`).join(' · '),
  };
}

function sentence(id: string): string {
  const { reason, hint } = templateOf(id, 'en', migrationMessages);
  return hint === undefined ? reason : `${reason} — ${hint}`;
}

/** The placeholders of a message in the order of SARIF's arguments, the first of which is the API. */
function namesIn(id: string): string[] {
  return [...new Set([...sentence(id).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))];
}

/** `{0}: the call goes to {1}`. Other braces are doubled. */
function formatString(id: string): string {
  const names = namesIn(id);
  const text = sentence(id).replace(/\{(\w+)\}|[{}]/g, (brace, name?: string) =>
    name === undefined ? brace + brace : `{${names.indexOf(name) + 1}}`,
  );
  return `{0}: ${text}`;
}
