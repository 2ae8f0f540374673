import type { Analysis } from '../analyze';
import type { RemoveSpecifiers } from './removal';

/** The names available for new top-level declarations in a file. A returned name is no longer available. */
export class FreeNames {
  private readonly given = new Set<string>();
  private readonly freed: readonly string[];

  /**
   * @param removed specifiers that will be removed, whose names become available
   * @param isFreeOutside whether no text outside the program can mean a name
   */
  constructor(
    private readonly analysis: Analysis,
    removed: readonly RemoveSpecifiers[],
    private readonly isFreeOutside: (name: string) => boolean,
  ) {
    this.freed = removed.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  }

  /** The preferred name, or a variant of it if it is taken or reserved. */
  give(wanted: string): string {
    const base = `taro${wanted[0]!.toUpperCase()}${wanted.slice(1)}`;
    let name = wanted;
    for (let count = 1; !this.take(name); count++) name = count === 1 ? base : `${base}${count}`;
    return name;
  }

  /** Takes a name if it is available. */
  take(name: string): boolean {
    if (RESERVED.has(name) || this.given.has(name) || !this.isFreeOutside(name)) return false;
    if (this.analysis.countOf(name) > (this.freed.includes(name) ? 1 : 0)) return false;
    this.given.add(name);
    return true;
  }
}

/** Names that no declaration in a module can have. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield'
  ).split(' '),
);
