import type { File, Node } from '@babel/types';
import type { NodePath } from '../ast/node-path';
import { readProgram } from '../ast/program';
import type { Migration } from '../migrations/migration';
import { analyze } from './analyze';
import type { Decision, SiteChange } from './classify/decision';
import { changeOperations } from './edit/change-operations';
import { finishImports } from './edit/finish-imports';
import { FreeNames } from './edit/free-names';
import type { Operation } from './edit/operation';
import { reasonsOf, renamedImports, renameImports, withoutRenamed } from './edit/rename-operations';
import { isReexport } from './edit/replace-exports';
import { accessRuntime, type RuntimeAccess, type RuntimeUse } from './edit/runtime-import';
import { type AnalyzedFile, candidateRules, importFormOf, resultRules } from './file';
import { makeFinding } from './finding';
import { idleSuppressions } from './idle-suppressions';
import { hostUsesOf } from './lookalikes';
import { attributeOperation } from './markup/attribute-operations';
import type { ElementChange, ElementPlan } from './markup/plan-elements';
import type { Range } from './markup/scan';
import { planScriptMarkup } from './markup/script-markup';
import type { EngineOptions } from './options';
import { isGenerated } from './parse/generated';
import type { Unread } from './parse/vue-template';
import { globalPlace } from './resolve/global-properties';
import { Resolver } from './resolve/resolver';
import { type Settled, settle } from './settle';
import { todoOperations } from './todo';
import type { FamilyUse, Finding, HostUse, LinkUse } from './types';
import { unreadFindings } from './unread';

/** A file apart from its program. */
export interface Surroundings {
  /** Names of the program that are used outside it, for instance in a template. */
  usedNames: ReadonlySet<string>;
  /** Whether a new name in the program changes nothing outside it. */
  isFree(name: string): boolean;
  unread: readonly Unread[];
  /** Whether the template of a Vue component reads the names of its script. */
  isSetup: boolean;
  /** The range of the template in a Vue component. */
  template: Range | undefined;
}

/** The plan for one file. */
export interface Plan {
  findings: Finding[];
  operations: Operation[];
  /** Names of the runtimes that the file imports after the plan is applied. */
  runtimes: string[];
  hostUses: HostUse[];
  families: FamilyUse[];
  links: LinkUse[];
}

/**
 * Plans the changes to a file without changing the AST or the text.
 * @param ast the parsed file; its nodes' positions refer to `text`
 */
export function plan(ast: File, text: string, options: EngineOptions, surroundings?: Surroundings): Plan {
  const settled = settle((gone) => analyzed(ast, text, options, surroundings, gone));
  const { file } = settled;
  const isFreeOutside = (name: string) => surroundings?.isFree(name) ?? true;
  const markup = settled.elements;
  const { decisions, operations, runtimes } = planChanges(settled, markup.changes, isFreeOutside);
  const placed = decisions.map((decision) => ({ path: decision.path, finding: finding(decision) }));
  const findings = placed.map((one) => one.finding);
  const unread = (surroundings?.unread ?? []).flatMap((range) =>
    unreadFindings(text, range, file.rules, file.analysis),
  );
  const all = [...findings, ...unread, ...markup.findings];
  return {
    findings: [...all, ...idleSuppressions(all, file)].sort(bySource),
    operations: [...operations, ...marks([...placed, ...markup.placed], file)],
    runtimes,
    hostUses: [...file.hostUses],
    families: settled.families,
    links: settled.links,
  };
}

/** Reads a file without the names in code that goes. */
function analyzed(
  ast: File,
  text: string,
  options: EngineOptions,
  surroundings: Surroundings | undefined,
  gone: ReadonlySet<Node>,
): AnalyzedFile {
  const rules = candidateRules(options);
  const tree = readProgram(ast, text, gone);
  const ofResults = resultRules(options, text);
  const isCandidate = (name: string) => rules.has(name) || ofResults.has(name);
  const analysis = analyze(tree, isCandidate, surroundings?.usedNames);
  const resolver = new Resolver(
    analysis,
    new Set([...ofResults.values()].flatMap((apis) => [...apis.keys()])),
    (property) => globalPlace(property, options),
  );
  const hostUses = hostUsesOf(analysis, resolver, options.migrations);
  const importForm = importFormOf(tree.program, text, options);
  const template = surroundings?.template;
  let elements: ElementPlan | undefined;
  const file: AnalyzedFile = {
    ast,
    tree,
    text,
    options,
    analysis,
    resolver,
    rules,
    resultRules: ofResults,
    hostUses,
    importForm,
    template,
    elements: () => {
      elements ??= planScriptMarkup(file, template, surroundings?.isSetup ?? false);
      return elements;
    },
  };
  return file;
}

/** The operations for all rewrites, including the imports to add and those no longer used. */
function planChanges(
  { file, decisions: decided, unused }: Settled,
  markup: readonly ElementChange[],
  isFreeOutside: (name: string) => boolean,
): { decisions: readonly Decision[]; operations: Operation[]; runtimes: string[] } {
  const imports = renamedImports(decided, unused.specifiers, file.analysis);
  const reasons = new Map([...unused.reasons, ...reasonsOf(imports)]);
  const decisions = decided.map((decision) => {
    const reason = reasons.get(decision.path.node);
    return reason ? { ...decision, reason } : decision;
  });

  const removed = withoutRenamed(unused.specifiers, imports);
  const free = new FreeNames(file.analysis, removed, isFreeOutside);
  const { operations: renames, localOf } = renameImports(imports, free);
  const access = accessRuntimes(decisions, markup, file, free);
  const accessOf = ({ migration }: Decision) => access.get(migration.runtime!.name)!;
  const express = (decision: Decision, to: string) => accessOf(decision).express(to);
  const moduleOf = (decision: Decision) => accessOf(decision).module;

  const left = decisions.filter(({ path }) => !unused.isRemoved(path.node));
  const changes = changeOperations(left, { express, moduleOf, localOf, free }, file.text);
  const ofMarkup = markup.map(({ migration, change, element, found }) =>
    attributeOperation(change, element, found, (to) => access.get(migration.runtime!.name)!.express(to)),
  );
  const extended = [...access.values()].flatMap((one) => [one.extended ?? [], one.separators ?? []].flat());
  const added = [...access.values()].flatMap((one) => one.added ?? []);
  const removals = [...removed, ...unused.others];
  const finish = removals.length + added.length > 0 ? [finishImports(removals, added)] : [];
  return {
    decisions,
    operations: [...renames, ...changes, ...ofMarkup, ...extended, ...finish],
    runtimes: [...access.keys()],
  };
}

/** How the file will refer to each runtime, by the runtime's name. */
function accessRuntimes(
  decisions: readonly Decision[],
  markup: readonly ElementChange[],
  file: AnalyzedFile,
  names: FreeNames,
): Map<string, RuntimeAccess> {
  const access = new Map<string, RuntimeAccess>();
  for (const name of new Set(file.options.migrations.flatMap(({ runtime }) => runtime?.name ?? []))) {
    const isOwn = ({ migration }: { migration: Migration }) => migration.runtime?.name === name;
    const uses = [
      ...decisions.filter(isOwn).flatMap(({ changes }) => changes.flatMap(usesIn)),
      ...markup.filter(isOwn).flatMap((change) => markupUse(change, file)),
    ];
    if (uses.length === 0) continue;
    const form = file.importForm();
    // Without an import form, no candidate would have been rewritten.
    if (typeof form !== 'string') continue;
    const imported = uses.filter(({ path, to }) => !isReexport(path, to));
    access.set(name, accessRuntime(name, form, imported, names, file));
  }
  return access;
}

/** The part of a runtime that an attribute uses. */
function markupUse({ change, element }: ElementChange, { tree }: AnalyzedFile): RuntimeUse[] {
  if (change.kind !== 'set-attribute') return [];
  const { value } = change;
  const isMember = typeof value === 'object' && value !== null && 'runtime' in value;
  // A template reads the names of the whole script.
  return isMember ? [{ path: element.path ?? tree.program, to: value.runtime }] : [];
}

/** The parts of a runtime that a change uses. */
function usesIn(change: SiteChange): RuntimeUse[] {
  const path = change.path;
  if (change.kind === 'runtime') return [{ path, to: change.to }];
  if (change.kind === 'argument' && change.edit.kind === 'insert-functions')
    return change.edit.names.map((to) => ({ path, to }));
  return change.kind === 'split' && change.of === 'runtime'
    ? Object.values(change.parts).map(({ from }) => ({ path, to: from }))
    : [];
}

/** The TODO marks for manual findings. */
function marks(
  findings: readonly { path: NodePath; finding: Finding }[],
  { ast, text, options: { todo, filename } }: AnalyzedFile,
): Operation[] {
  if (!todo || isGenerated(text, filename)) return [];
  const left = findings.filter(
    // What is held back waits for another place, which has a mark of its own.
    ({ finding: { verdict, messageId } }) => verdict === 'manual' && messageId !== 'manual/held-back',
  );
  return todoOperations(ast, text, left, todo === true ? undefined : todo);
}

function finding({ migration, api, path, reason }: Decision): Finding {
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
