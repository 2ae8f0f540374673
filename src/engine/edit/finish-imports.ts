import type { Node } from '@babel/types';
import type { Anchor } from './import-anchor';
import { type AddImport, insertImports } from './insert-import';
import type { Operation } from './operation';
import { type Removal, removedStatement } from './removal';
import { removeFromList } from './remove-from-list';
import { joinedByRemoval, removeSpecifiers, removeStatement } from './remove-specifiers';

/** Removes unused imports and variables and inserts new imports, which may take their place. */
export function finishImports(removals: readonly Removal[], added: readonly AddImport[]): Operation {
  const statements = removals.map(removedStatement);
  const gone = new Set<Node | undefined>(statements);
  const replaced = new Set<Node>(added.map(({ anchor }) => anchor.statement));
  return {
    phase: 'imports',
    apply(output, source) {
      for (const [index, removal] of removals.entries()) {
        const statement = statements[index];
        if (statement) removeStatement(output, source, statement, replaced.has(statement));
        else if (removal.type === 'specifiers') removeSpecifiers(output, source, removal);
        else if (removal.type === 'declarators')
          removeFromList(output, source, removal.declaration.declarations, new Set(removal.declarators));
      }
      for (const { anchor } of added) {
        const together = added.filter((other) => isSamePlace(other.anchor, anchor));
        if (together[0]!.anchor !== anchor) continue;
        insertImports(output, source, together, gone.has(anchor.statement));
      }
      const lists = new Set([
        source.program,
        ...removals.flatMap((one) => ('list' in one ? [one.list] : [])),
      ]);
      for (const statement of [...lists].flatMap((list) => joinedByRemoval(list, source, gone))) {
        if (!added.some(({ anchor }) => gone.has(anchor.statement) || anchor.statement === statement))
          output.appendLeft(statement.start!, ';');
      }
    },
  };
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return a.position === b.position && a.statement === b.statement;
}
