import type { File, Node } from '@babel/types';
import { type ApiRule, type Migration, needlesOf, selectMigrations } from '../migrations';
import { type DecideContext, type Decision, decide, decideReference, isTaroImport } from './decide';
import { type Facts, gatherFacts } from './facts';
import type { Operation, Plan } from './plan-types';
import { Resolver } from './resolve';
import { accessRuntime } from './runtime-import';
import { silencer } from './silence';
import type { NodePath } from './traverse';
import type { Finding, RewriteOptions } from './types';
import { unusedSpecifiers } from './unused-specifiers';
import { ignored, manual } from './verdicts';

/** A decision with the migration that it belongs to. */
export type Judged = Decision & { migration: Migration; rule: ApiRule };

/**
 * Decides what is to be done with a file. Changes neither the AST nor the text.
 * @param ast The parsed file; its nodes' positions index `text`.
 */
export function plan(ast: File, text: string, options: RewriteOptions): Plan {
  const migrations = selectMigrations(options.migrations);
  const owner = new Map<string, Migration>();
  for (const migration of migrations) {
    for (const api of needlesOf(migration, options)) owner.set(api, migration);
  }
  const facts = gatherFacts(ast, (name) => owner.has(name));
  if (facts.named.length === 0) return { findings: [], operations: [], runtimes: [] };

  const judged = judge(facts, owner, options);
  const isSilenced = silencer(ast, text);
  for (const decision of judged) {
    if (isSilenced(decision.path, codeOf(decision))) drop(decision, ignored.silenced());
  }

  const removed = unusedSpecifiers(judged, facts, options);
  const operations: Operation[] = [...removed];
  const runtimes: string[] = [];
  for (const migration of migrations) {
    const own = judged.filter((decision) => decision.migration === migration);
    const changes = own.filter((decision) => decision.change);
    if (changes.length === 0) continue;
    const uses = changes.map(({ change, rule }) => ({ path: change!.path as NodePath<Node>, to: rule.to }));
    const access = accessRuntime(migration.runtime, facts, uses, removed, options);
    if (!access) {
      for (const decision of changes) drop(decision, manual.script());
      continue;
    }
    runtimes.push(migration.runtime);
    operations.push(...changes.flatMap((decision) => changeOperations(decision, access.express)));
    if (access.operation) operations.push(access.operation);
  }

  return { findings: judged.map(finding).sort(bySource), operations, runtimes };
}

function judge(facts: Facts, owner: ReadonlyMap<string, Migration>, options: RewriteOptions): Judged[] {
  const resolver = new Resolver(facts);
  const judged: Judged[] = [];
  const done = new Set<Node>();

  const add = (api: string, path: NodePath<Node>, how: typeof decide) => {
    if (done.has(path.node)) return;
    done.add(path.node);
    const migration = owner.get(api)!;
    const rule = migration.apis[api]!;
    const taroVersion = options.taroVersion ?? 4;
    const context: DecideContext = { resolver, rule, api, replacement: rule.to, taroVersion };
    judged.push({ ...how(path, context), migration, rule });
  };

  for (const { path, api } of [...facts.named, ...facts.aliased]) {
    if (!path.isImportSpecifier()) continue;
    add(api, path, decide);
    const binding = path.scope.getBinding(path.node.local.name);
    if (!binding || !isTaroImport(binding) || judged.at(-1)!.imported !== binding) continue;
    for (const reference of binding.referencePaths) add(api, reference, decideReference);
  }
  for (const { path, api } of facts.named) {
    // The local name of an export specifier is a reference of its binding, judged with it.
    if (path.isExportSpecifier() && done.has(path.node.local)) continue;
    add(api, path, decide);
  }
  return judged;
}

function changeOperations(decision: Judged, express: (to: string) => string): Operation[] {
  const { change, rule, unawait } = decision;
  const to = express(rule.to);
  const operations: Operation[] = unawait ? [{ type: 'remove-await', node: unawait.node }] : [];
  if (change?.type === 'member') {
    operations.push({ type: 'replace-member', node: change.path.node, to });
  } else if (change) {
    const { node, parent } = change.path;
    const key = parent.type === 'ObjectProperty' && parent.shorthand ? node.name : undefined;
    operations.push({ type: 'replace-reference', node, to, ...(key && { key }) });
  }
  return operations;
}

function drop(decision: Judged, reason: Judged['reason']): void {
  if (decision.reason.verdict === 'ignored' && !decision.imported) return;
  decision.reason = reason;
  delete decision.change;
  delete decision.unawait;
}

function codeOf({ migration, reason }: Judged): string {
  return `${migration.codePrefix}${reason.number}`;
}

function finding(decision: Judged): Finding {
  const { migration, api, path, reason } = decision;
  const { start, end } = path.node.loc!;
  return {
    migration: migration.name,
    api,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    verdict: reason.verdict,
    reason: reason.text,
    code: codeOf(decision),
    ...(reason.hint !== undefined && { hint: reason.hint }),
  };
}

function bySource(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
