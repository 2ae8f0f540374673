import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { quotedTexts } from '../engine/links/quoted-texts';
import type { RewriteOptions } from '../engine/types';
import type { Migration } from '../migrations';
import { camel } from '../migrations/markup';
import { decodeSource } from './decode';
import { toPosix } from './paths';
import { isSearchedFile, MAX_SOURCE_BYTES } from './source-files';
import type { Project } from './types';
import { everySource } from './walk';

/** A page or a component: a file, or a script and a template of the same name. */
interface Page {
  /** Short texts in quotes. */
  readonly texts: Set<string>;
  /** The values with which its elements are linked to calls. */
  readonly values: Set<string>;
  hasElement: boolean;
  callsApi: boolean;
}

type Pages = ReadonlyMap<string, Page>;

/**
 * Finds the files of an app that may use an element of another file, by the value of an attribute such as `canvas-id`.
 * Reads all sources once, when it is asked first.
 */
export class LinkedFiles {
  /** By the root of the sources and the migration. */
  readonly #known = new Map<string, Pages>();

  constructor(private readonly migrations: readonly Migration[]) {}

  /** Forgets what it has read, because the sources may have changed. */
  refresh(): void {
    this.#known.clear();
  }

  /** As in the engine's options, for a file. */
  elsewhere(
    path: string,
    { root, sourceRoot }: Pick<Project, 'root' | 'sourceRoot'>,
  ): NonNullable<RewriteOptions['linkedElsewhere']> {
    return (name, value) => {
      const found = [...this.#pagesOf(sourceRoot, name)].find(
        ([page, content]) => page !== pageOf(path) && mayUse(content, value),
      );
      return found && toPosix(relative(root, found[0]));
    };
  }

  #pagesOf(sourceRoot: string, name: string): Pages {
    const key = `${sourceRoot}\n${name}`;
    const known = this.#known.get(key) ?? this.#read(sourceRoot, name);
    this.#known.set(key, known);
    return known;
  }

  #read(sourceRoot: string, name: string): Pages {
    const pages = new Map<string, Page>();
    const link = this.migrations.find((migration) => migration.name === name)?.link;
    if (!link) return pages;
    const element = new RegExp(`<${link.tag}\\b`, 'i');
    const value = new RegExp(
      `(?:${link.attribute}|${camel(link.attribute)})\\s*=\\s*\\{*\\s*["'\`]+([\\w-]+)`,
      'g',
    );
    const api = new RegExp(`\\b(?:${Object.keys(link.apis).join('|')})\\b`);
    for (const file of everySource(sourceRoot, isSearchedFile)) {
      const text = textOf(file);
      if (text === undefined) continue;
      const page = pages.get(pageOf(file)) ?? newPage();
      pages.set(pageOf(file), page);
      for (const quoted of quotedTexts(text)) page.texts.add(quoted.value);
      for (const [, said] of text.matchAll(value)) page.values.add(said!);
      page.hasElement ||= element.test(text);
      page.callsApi ||= api.test(text);
    }
    return pages;
  }
}

/** Whether a page has the value, or any call, without an element of its own. */
function mayUse({ texts, values, hasElement, callsApi }: Page, value: string | undefined): boolean {
  return value === undefined ? callsApi && !hasElement : texts.has(value) && !values.has(value);
}

function newPage(): Page {
  return { texts: new Set(), values: new Set(), hasElement: false, callsApi: false };
}

/** The path without the extension. */
function pageOf(file: string): string {
  return file.replace(/\.\w+$/, '');
}

/** `undefined` for a file that no run would rewrite. */
function textOf(file: string): string | undefined {
  try {
    if (statSync(file).size > MAX_SOURCE_BYTES) return undefined;
    const decoded = decodeSource(readFileSync(file));
    return 'text' in decoded ? decoded.text : undefined;
  } catch {
    return undefined;
  }
}
