import type { Node, Program } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { topLevelStatement } from '../../ast/syntax';
import { TARO_MODULE } from '../resolve/platform';
import { isBeforeUses } from './load-order';
import { type ImportForm, isOfLeadingRun, loads } from './module-form';

/** Where to insert an import: directly after a top-level statement, or before one. */
export interface Anchor {
  position: 'after' | 'before';
  statement: Node;
}

/**
 * Where to insert a new import: after the leading run of imports, between the packages and the local modules
 * in it, or after a later `require` of Taro.
 * @param uses of the import. A `require` is not hoisted, so it must precede the first one.
 */
export function anchorFor(
  { form, source }: { form: ImportForm; source: string },
  program: NodePath<Program>,
  uses: readonly NodePath<Node>[],
): Anchor {
  const body = program.children('body');
  let end = 0;
  while (end < body.length && isOfLeadingRun(body[end]!, form)) end++;
  if (form !== 'import') {
    const firstUse = Math.min(...uses.map((use) => Number(topLevelStatement(use).key)));
    end = Math.min(end, firstUse);
    // A runtime loads Taro too. It must not do so earlier than the file.
    const loading = body.find((statement) => loads(statement, TARO_MODULE));
    if (loading && Number(loading.key) >= end && isBeforeUses(loading, program, uses))
      return { position: 'after', statement: loading.node };
  } else if (!isLocal(source)) {
    end = endOfPackages(body.slice(0, end).map(({ node }) => node));
  }
  return end > 0
    ? { position: 'after', statement: body[end - 1]!.node }
    : { position: 'before', statement: body[0]!.node };
}

/**
 * The number of leading imports that stay above the import of a package. Relative imports do not, because
 * ESLint's `import/first` wants packages above them. Imports for side effects do, because later imports may
 * depend on them.
 */
function endOfPackages(run: readonly Node[]): number {
  const sources = run.map((node) => (node.type === 'ImportDeclaration' ? node.source.value : ''));
  const firstRelative = sources.findIndex((source) => source.startsWith('.'));
  const head = firstRelative < 0 ? sources : sources.slice(0, firstRelative);
  const packages = head.map(isLocal).lastIndexOf(false) + 1;
  return Math.max(packages, run.map(hasSideEffect).lastIndexOf(true) + 1);
}

function hasSideEffect(node: Node): boolean {
  return (
    node.type === 'ImportDeclaration' && node.specifiers.length === 0 && !STYLESHEET.test(node.source.value)
  );
}

const STYLESHEET = /\.(css|less|s[ac]ss|styl|stylus|pcss|(wx|a|tt|q|jx)ss)(\?.*)?$/;

/** Whether a module specifier resolves to a file of the project, by a path or an alias. */
function isLocal(source: string): boolean {
  return /^([./~#]|@\/)/.test(source);
}
