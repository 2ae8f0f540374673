import type { File, Node, Program, StringLiteral } from '@babel/types';
import { type Migration, needlesOf, selectMigrations } from '../migrations';
import { type Facts, gatherFacts } from './analyze';
import { judgeNotes } from './checks';
import { codeOf, type Judged, judge } from './classify/classify';
import { judgeComputed } from './classify/computed';
import type { Decision } from './classify/decide';
import { judgeGuards } from './classify/guards';
import { stuckInPatterns } from './classify/pattern-order';
import { rewriteTests } from './classify/rewrite-tests';
import { ignored, manual, type Reason } from './classify/verdicts';
import { changeOperations } from './edit/change-operations';
import { FreeNames } from './edit/free-names';
import { moduleForm } from './edit/module-form';
import type { ImportForm, Operation, Plan } from './edit/operations';
import { accessRuntime, type RuntimeAccess } from './edit/runtime-import';
import { removeAwait } from './edit/unawait';
import { makeFinding } from './finding';
import { hostUsesOf } from './lookalikes';
import { isGenerated } from './parse/generated';
import type { NodePath } from './parse/traverse';
import { referencesOf } from './resolve/scope';
import { useOf } from './resolve/use';
import { todoOperations } from './todo';
import type { Finding, RewriteOptions } from './types';
import { unreadFindings } from './unread';
import { unusedBindings } from './unused-bindings';

/** What a file holds beside its program. */
export interface Surroundings {
  /** Names of the program that something outside of it uses. */
  usedNames: ReadonlySet<string>;
  /** Ranges that mention an API and could not be read. */
  unread: readonly { start: number; end: number }[];
}

/**
 * Decides what is to be done with a file. Changes neither the AST nor the text.
 * @param ast The parsed file; its nodes' positions index `text`.
 */
export function plan(ast: File, text: string, options: RewriteOptions, surroundings?: Surroundings): Plan {
  const migrations = selectMigrations(options.migrations);
  const owner = new Map<string, Migration>();
  for (const migration of migrations) {
    for (const api of needlesOf(migration, options)) owner.set(api, migration);
  }
  const facts = gatherFacts(ast, (name) => owner.has(name), surroundings?.usedNames);
  const unread = (surroundings?.unread ?? []).flatMap((range) => unreadFindings(text, range, owner, facts));
  const ruleOf = (api: string) => {
    const migration = owner.get(api)!;
    return { migration, rule: migration.apis[api]! };
  };
  const hostUses = hostUsesOf(facts, migrations);
  const candidates = [
    ...judge(facts, ruleOf, options, hostUses),
    ...judgeComputed(facts, text, [...new Set(owner.values())], options),
  ];
  if (options.project === 'neither') {
    for (const decision of candidates) {
      const { rule, change } = decision;
      if (change) drop(decision, rule.onlyWith ? ignored.unconcerned() : manual.noPlatform());
    }
  }
  // Suppressed calls need no guards, notes and imports, so they are told apart before, and what comes later as well.
  silence(candidates, facts);
  keepPatched(candidates);
  for (const decision of stuckInPatterns(candidates)) drop(decision, manual.patternOrder());
  keepWithDeclarations(candidates);
  const judged = rewriteTests(candidates, facts.suppressions, options);
  if (options.project !== 'neither') judged.push(...judgeGuards(ast, text, judged, migrations, options));
  judged.push(...judgeNotes(ast, text, judged, facts, migrations, options));
  silence(judged, facts);

  const names = new FreeNames(facts, unusedBindings(judged, facts, options).specifiers);
  const access = new Map<string, RuntimeAccess>();
  const program = facts.program as NodePath<Program>;
  let form: ImportForm | Reason | undefined;
  for (const runtime of new Set(migrations.flatMap((migration) => migration.runtime ?? []))) {
    const changes = judged.filter(
      ({ migration, change }) => migration.runtime === runtime && change && change.type !== 'string',
    );
    if (changes.length === 0) continue;
    form ??= moduleForm(program, text, options);
    const uses = changes.map(({ change, rule }) => ({ path: change!.path as NodePath<Node>, to: rule.to }));
    if (typeof form === 'string')
      access.set(runtime, accessRuntime(runtime, form, facts, uses, names, options));
    else for (const decision of changes) drop(decision, form);
  }
  silence(judged, facts);
  const express = ({ migration }: Judged, to: string) => access.get(migration.runtime!)!.express(to);
  const unused = unusedBindings(judged, facts, options);
  const kept = judged.filter(({ path }) => !unused.isRemoved(path.node));
  const operations: Operation[] = [
    ...unused.specifiers,
    ...unused.others,
    ...changeOperations(kept, express, names),
    ...[...access.values()].flatMap(({ operation }) => operation ?? []),
  ];
  const replaced = new Set(judged.flatMap(({ change }) => (change ? [change.path.node as Node] : [])));
  for (const { change, unawait } of kept) {
    if (unawait) operations.push(removeAwait(unawait, text, replaced));
    if (change?.type === 'string') {
      operations.push({
        type: 'replace-string',
        node: change.path.node as StringLiteral,
        value: change.value,
      });
    }
  }

  const findings = judged.map(finding);
  if (options.todo && !isGenerated(text, options.filename)) {
    const left = judged.map(({ path }, index) => ({ path, finding: findings[index]! }));
    operations.push(
      ...todoOperations(
        ast,
        text,
        left.filter((one) => one.finding.verdict === 'manual'),
        options.todo === true ? undefined : options.todo,
      ),
    );
  }
  return {
    findings: [...findings, ...unread].sort(bySource),
    operations,
    runtimes: [...access.keys()],
    hostUses,
  };
}

/** A file that puts another function in the place of an API calls that one from then on. */
function keepPatched(judged: readonly Judged[]): void {
  const isPatch = ({ path, reason }: Judged) =>
    reason.verdict === 'manual' && path.key === 'property' && useOf(path.parentPath!).kind === 'assigned';
  const patched = new Set(judged.flatMap((decision) => (isPatch(decision) ? [decision.api] : [])));
  for (const decision of judged) {
    if (decision.change && patched.has(decision.api)) drop(decision, manual.patched());
  }
}

/** Leaves alone what a `taro-modernize-ignore` comment covers, and what cannot be rewritten without it. */
function silence(judged: readonly Judged[], { suppressions }: Facts): void {
  for (const decision of judged) {
    if (suppressions.cover(decision.path, codeOf(decision))) drop(decision, ignored.silenced());
  }
  for (const { imported, path } of judged) {
    // An import stays for its uses.
    if (!imported || !suppressions.cover(path)) continue;
    const uses = new Set(referencesOf(imported).flatMap((use) => [use.node, use.parent]));
    for (const decision of judged) {
      if (uses.has(decision.path.node)) drop(decision, ignored.silenced());
    }
  }
  for (const { reason, rule, follows } of judged) {
    // A name has one value for all its uses.
    if (follows?.change?.type === 'property' && reason.id === 'ignored/silenced')
      drop(follows, manual.destructured(rule.to));
  }
  keepWithDeclarations(judged);
}

/** A use stays where its declaration stays. */
function keepWithDeclarations(judged: readonly Judged[]): void {
  for (const decision of judged) {
    if (decision.follows && !decision.follows.change) drop(decision, decision.follows.reason);
  }
}

function drop(decision: Decision, reason: Reason): void {
  if (decision.reason.verdict === 'ignored' && !decision.imported) return;
  decision.reason = reason;
  delete decision.change;
  delete decision.unawait;
}

function finding(decision: Judged): Finding {
  const { migration, api, path, reason } = decision;
  const { start, end, loc } = path.node;
  return makeFinding(migration, api, reason, {
    line: loc!.start.line,
    column: loc!.start.column + 1,
    endLine: loc!.end.line,
    endColumn: loc!.end.column + 1,
    start: start!,
    end: end!,
  });
}

function bySource(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
