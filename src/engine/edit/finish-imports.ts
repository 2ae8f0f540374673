import type {
  ImportDeclaration,
  Node,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';
import type { Anchor } from './import-anchor';
import { type AddImport, insertImports } from './insert-import';
import type { Operation } from './operation';
import { removeFromList } from './remove-from-list';
import { joinedByRemoval, removeSpecifiers, removeStatement } from './remove-specifiers';

/** Import specifiers that lose their last use. */
export interface RemoveSpecifiers {
  type: 'specifiers';
  declaration: ImportDeclaration;
  specifiers: ImportDeclaration['specifiers'];
  /** `import a from './a'` → `import './a'` */
  keepsModule?: true;
}

/** Unused code. `list` is the node that has the statement among its statements. */
export type Removal =
  | RemoveSpecifiers
  | { type: 'statement'; statement: Statement; list: Node }
  | {
      type: 'declarators';
      declaration: VariableDeclaration;
      declarators: VariableDeclarator[];
      list: Node;
    };

/** Removes unused imports and variables and inserts new imports, which may take their place. */
export function finishImports(removals: readonly Removal[], added: readonly AddImport[]): Operation {
  const statements = removals.map(removedStatement);
  const gone = new Set<Node | undefined>(statements);
  return {
    phase: 'imports',
    apply(output, source) {
      for (const [index, removal] of removals.entries()) {
        const statement = statements[index];
        if (statement) removeStatement(output, source, statement);
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

/** The statement that a removal removes completely, if any. */
function removedStatement(removal: Removal): Statement | undefined {
  if (removal.type === 'statement') return removal.statement;
  if (removal.type === 'specifiers') {
    const { declaration, specifiers, keepsModule } = removal;
    return specifiers.length === declaration.specifiers.length && !keepsModule ? declaration : undefined;
  }
  const { declaration, declarators } = removal;
  return declarators.length === declaration.declarations.length ? declaration : undefined;
}

function isSamePlace(a: Anchor, b: Anchor): boolean {
  return a.position === b.position && a.statement === b.statement;
}
