import type { Node, Program } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { topLevelStatement } from '../../ast/syntax';
import { isOfLeadingRun } from './module-form';
import type { Anchor, ImportForm } from './operations';

/**
 * Where a new import goes: after the leading run of imports, or between that run's packages and local modules.
 * @param uses What uses the import. A `require`, which is not hoisted, goes before the first of them.
 */
export function anchorFor(
  { form, source }: { form: ImportForm; source: string },
  program: NodePath<Program>,
  uses: readonly NodePath<Node>[],
): Anchor {
  const body = program.get('body') as NodePath<Node>[];
  let end = 0;
  while (end < body.length && isOfLeadingRun(body[end]!, form)) end++;
  if (form !== 'import') {
    const firstUse = Math.min(...uses.map((use) => Number(topLevelStatement(use).key)));
    end = Math.min(end, firstUse);
  } else if (!isLocal(source)) {
    end = endOfPackages(body.slice(0, end).map(({ node }) => node));
  }
  return end > 0
    ? { position: 'after', statement: body[end - 1]!.node }
    : { position: 'before', statement: body[0]!.node };
}

/**
 * The number of leading imports that stay above a package's. Relative ones do not: ESLint's `import/first` wants
 * packages above them. An import for its side effect does, because what it sets up may be needed.
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

/** Whether a module specifier leads to a file of the project, by its path or by an alias. */
function isLocal(source: string): boolean {
  return /^([./~#]|@\/)/.test(source);
}
