import type {
  ImportDeclaration,
  Node,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from '@babel/types';

/** Import specifiers that lose their last use. */
export interface RemoveSpecifiers {
  type: 'specifiers';
  declaration: ImportDeclaration;
  specifiers: ImportDeclaration['specifiers'];
  /** `import a from './a'` → `import './a'` */
  keepsModule: boolean;
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

/** The statement that a removal removes completely, if any. */
export function removedStatement(removal: Removal): Statement | undefined {
  if (removal.type === 'statement') return removal.statement;
  if (removal.type === 'specifiers') {
    const { declaration, specifiers, keepsModule } = removal;
    return specifiers.length === declaration.specifiers.length && !keepsModule ? declaration : undefined;
  }
  const { declaration, declarators } = removal;
  return declarators.length === declaration.declarations.length ? declaration : undefined;
}
