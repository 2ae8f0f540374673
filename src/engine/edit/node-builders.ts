/** The builders of `@babel/types` from the Babel that owns the AST. */
export type NodeBuilders = typeof import('@babel/types');
