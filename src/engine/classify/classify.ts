import type { Node } from '@babel/types';
import { bindingOf } from '../../ast/binding';
import type { NodePath } from '../../ast/node-path';
import type { Migration } from '../../migrations/migration';
import type { Analysis } from '../analyze';
import type { AnalyzedFile } from '../file';
import { lookalikeReasons, otherHosts } from '../lookalikes';
import type { EngineOptions, Rule } from '../options';
import type { Resolver } from '../resolve/resolver';
import type { Context } from './ask';
import { classifyNamed, classifyReference, isTaroImport } from './candidate';
import type { Decision } from './decision';
import { classifyDestructured } from './destructure';
import { classifyResults } from './results';

/** Classifies the candidates of a file. */
export function classifyCandidates(file: AnalyzedFile): Decision[] {
  const { analysis, resolver, rules, options, hostUses } = file;
  const reasons = new Map<Migration, Context['lookalikes']>();
  const reasonsOf = (migration: Migration) => {
    const known = reasons.get(migration) ?? lookalikeReasons(migration, hostUses, options);
    reasons.set(migration, known);
    return known;
  };
  const none: Context['lookalikes'] = new Map();
  const ruleOf = (api: string) => {
    const rule = rules.get(api)!;
    const isCompanion = !Object.hasOwn(rule.migration.apis, api);
    const lookalikes = isCompanion ? none : reasonsOf(rule.migration);
    const { only } = rule.handler;
    return {
      migration: rule.migration,
      handler: rule.handler,
      lookalikes: only ? otherHosts(only) : lookalikes,
      isOn: isCompanion,
    };
  };
  const ofResults = classifyResults(file);
  const done = new Set(ofResults.map(({ path }) => path.node));
  const named = analysis.named.filter(({ path, api }) => rules.has(api) && !done.has(path.node));
  const { aliased, otherNames } = analysis;
  return [...ofResults, ...classify({ named, aliased, otherNames }, resolver, ruleOf, options)];
}

/**
 * Classifies every candidate of a file, and every use of the names that they bind to an API.
 * @param ruleOf the rule for the name of a candidate
 */
export function classify(
  { named, aliased, otherNames }: Pick<Analysis, 'named' | 'aliased' | 'otherNames'>,
  resolver: Resolver,
  ruleOf: (api: string) => Rule & Pick<Context, 'isOn' | 'lookalikes'>,
  options: EngineOptions,
): Decision[] {
  const decisions: Decision[] = [];
  const done = new Set<Node>();
  const add = (
    api: string,
    path: NodePath<Node>,
    how: (path: NodePath<Node>, context: Context) => readonly (Decision | undefined)[],
  ) => {
    if (done.has(path.node)) return;
    done.add(path.node);
    const { migration, handler, lookalikes, isOn } = ruleOf(api);
    const context = { api, migration, handler, isOn, resolver, options, otherNames, lookalikes };
    for (const decision of how(path, context)) {
      if (!decision) continue;
      done.add(decision.path.node);
      decisions.push(decision);
    }
  };
  const ofName = (path: NodePath<Node>, context: Context) =>
    classifyDestructured(path, context) ?? [classifyNamed(path, context)];
  const reference = (path: NodePath<Node>, context: Context) => [classifyReference(path, context)];

  for (const { path, api } of [...named, ...aliased]) {
    if (!path.isImportSpecifier()) continue;
    add(api, path, ofName);
    const binding = bindingOf(path, path.node.local.name);
    if (!binding || !isTaroImport(binding) || decisions.at(-1)?.imported !== binding) continue;
    for (const use of binding.referencePaths) add(api, use, reference);
  }
  // Declarations come before uses, because a decision on a use may depend on its declaration.
  for (const { path, api } of named) {
    if (path.parent.type === 'ObjectProperty' && path.key === 'key') add(api, path, ofName);
  }
  for (const { path, api } of named) {
    // The local name of an export specifier is a reference of its binding and is classified with it.
    if (path.isExportSpecifier() && done.has(path.node.local)) continue;
    add(api, path, ofName);
  }
  return decisions;
}
