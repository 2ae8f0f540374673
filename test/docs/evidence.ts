import { join } from 'node:path';
import type { Language } from '../../src/messages/message';

/** The results of one project in docs/evidence.json, as far as tests read them. */
export interface Project {
  readonly repository: string;
  readonly commit: string;
  readonly findings: Readonly<Record<string, number>>;
  readonly tsc?: { readonly added: number };
}

export interface Data {
  readonly migrations: Readonly<Record<string, string>>;
  readonly repositories: readonly Project[];
}

interface Totals {
  readonly projects: number;
  readonly rewritten: number;
  readonly manual: number;
  readonly ignored: number;
}

/** The functions of scripts/evidence/ that tests call. */
export interface Evidence {
  filledPage(text: string, data: Data, language: Language): string;
  totalsOf(repositories: readonly Pick<Project, 'findings'>[], prefixes: readonly string[]): Totals;
  checksOf(repositories: readonly Project[]): Readonly<Record<string, number>>;
  bars(figures: readonly number[]): string[];
  stackedBars(rows: readonly (readonly number[])[]): string[];
  syntaxErrorsIn(file: string, text: string): number;
  newTypeErrors(
    folder: string,
    changed: readonly string[],
    types: string,
  ): { after(): Readonly<Record<string, number>> } | undefined;
  checkoutOf(folder: string, repository: string, commit: string): string;
  resultOf(checkout: string, types: string | undefined): unknown;
}

/** Loads the scripts, which have no types. */
export async function loadEvidence(): Promise<Evidence> {
  const scripts = [
    ...['evidence/page', 'evidence/totals', 'evidence/syntax', 'evidence/types', 'evidence/run'],
    ...['evidence/checkout', 'bars'],
  ];
  const modules = scripts.map((name) => import(join(import.meta.dirname, `../../scripts/${name}.mjs`)));
  return Object.assign({}, ...(await Promise.all(modules))) as Evidence;
}
