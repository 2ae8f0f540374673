import fc from 'fast-check';

/** The features of a dialect. A production is used in programs of all dialects that have its features. */
export type Feature = 'module' | 'commonjs' | 'sloppy' | 'taro' | 'typescript' | 'angle' | 'jsx';

/**
 * One expansion of a symbol. In its code, `<symbol>` is derived further, and all occurrences of `<symbol:1>`
 * have the same text; `$name` becomes a unique name, and `$0` a unique number.
 */
export interface Production {
  code: string;
  needs: readonly Feature[];
}
export type Grammar = Readonly<Record<string, readonly (string | Production)[]>>;

/** Creates productions that need features of the dialect. */
export const only =
  (...needs: Feature[]) =>
  (...codes: string[]): Production[] =>
    codes.map((code) => ({ code, needs }));

interface Tree {
  code: string;
  children: readonly Tree[];
}

const HOLE = /<([a-zA-Z]+)(?::(\d))?>/g;

/**
 * The texts that a grammar derives from a symbol. The first production of each symbol must have no
 * placeholders, because deep derivations end with it and counterexamples shrink to it.
 */
export function derivations(
  grammar: Grammar,
  symbol: string,
  features: ReadonlySet<Feature>,
): fc.Arbitrary<Tree> {
  const { [symbol]: start } = fc.letrec<Record<string, Tree>>((tie) =>
    Object.fromEntries(
      Object.entries(grammar).map(([name, productions]) => {
        const written = productions
          .map((one) => (typeof one === 'string' ? { code: one, needs: [] } : one))
          .filter(({ needs }) => needs.every((feature) => features.has(feature)));
        const trees = written.map(({ code }) =>
          fc
            .tuple(...holesOf(code, grammar).map((hole) => tie(hole) as fc.Arbitrary<Tree>))
            .map((children): Tree => ({ code, children })),
        );
        return [
          name,
          fc.oneof({ depthSize: 'small', withCrossShrink: true, depthIdentifier: 'tree' }, ...trees),
        ];
      }),
    ),
  );
  return start!;
}

/** The symbols of a production, each labeled one once. */
function holesOf(code: string, grammar: Grammar): string[] {
  const labels = new Set<string>();
  return [...code.matchAll(HOLE)].flatMap(([, symbol, label]) => {
    const key = `${symbol}:${label}`;
    if (!(symbol! in grammar) || (label && labels.has(key))) return [];
    labels.add(key);
    return [symbol!];
  });
}

/** Prints a derivation as text. */
export function write(tree: Tree, grammar: Grammar, next: () => number): string {
  const id = next();
  const labelled = new Map<string, string>();
  let at = 0;
  const text = tree.code.replace(/\$([a-zA-Z]\w*)/g, (_, name) => `${name}${id}`).replace(/\$0/g, String(id));
  return text.replace(HOLE, (hole, symbol: string, label: string | undefined) => {
    if (!(symbol in grammar)) return hole;
    const key = `${symbol}:${label}`;
    const known = label && labelled.get(key);
    if (known) return known;
    const written = write(tree.children[at++]!, grammar, next);
    labelled.set(key, written);
    return written;
  });
}
