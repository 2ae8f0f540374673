import type { Node } from '@babel/types';
import type { ApiRule, Migration } from '../../migrations/index';
import type { Facts } from '../analyze';
import { hostReasons } from '../lookalikes';
import type { NodePath } from '../parse/traverse';
import { Resolver } from '../resolve/resolver';
import { bindingOf, referencesOf } from '../resolve/scope';
import type { HostUse, RewriteOptions } from '../types';
import { type DecideContext, type Decision, decide, decideReference, isTaroImport } from './decide';
import { decideDestructured } from './destructure';
import { leaveToPerson } from './leave-to-person';

/** A decision with the migration that it belongs to. */
export type Judged = Decision & { migration: Migration; rule: ApiRule };

/** The code of a decision's finding. */
export function codeOf({ migration, reason }: Judged): string {
  return `${migration.codePrefix}${reason.number}`;
}

/**
 * Decides on every candidate of a file, and on every use of the names that it binds to an API.
 * @param ruleOf The rule for a candidate's name.
 * @param hostUses What the file shows of APIs that hosts have under the same names.
 */
export function judge(
  facts: Facts,
  ruleOf: (api: string) => { migration: Migration; rule: ApiRule },
  options: RewriteOptions,
  hostUses: readonly HostUse[] = [],
): Judged[] {
  const resolver = new Resolver(facts);
  const judged: Judged[] = [];
  const done = new Set<Node>();
  const hosts = new Map<Migration, DecideContext['hosts']>();
  const hostsOf = (migration: Migration) => {
    const known = hosts.get(migration) ?? hostReasons(migration, hostUses, options);
    hosts.set(migration, known);
    return known;
  };

  const add = (api: string, path: NodePath<Node>, how: typeof decide) => {
    if (done.has(path.node)) return;
    done.add(path.node);
    const { migration, rule } = ruleOf(api);
    const taroVersion = options.taroVersion ?? 4;
    const { feature, runtime, supported } = migration;
    const context: DecideContext = {
      resolver,
      rule,
      api,
      replacement: rule.to,
      feature: feature ?? rule.to,
      runtime: runtime ?? migration.name,
      ...(supported && { supported }),
      taroVersion,
      decideMember: options.decideMember,
      project: options.project ?? 'taro',
      scanHelps: !options.decideMember,
      hosts: rule.onlyWith ? new Map() : hostsOf(migration),
    };
    const decisions = (how === decide && decideDestructured(path, context)) || [how(path, context)];
    if (!runtime) leaveToPerson(decisions, rule.to, migration.docs);
    for (const decision of decisions) {
      done.add(decision.path.node);
      judged.push(Object.assign(decision, { migration, rule }));
    }
  };

  for (const { path, api } of [...facts.named, ...facts.aliased]) {
    if (!path.isImportSpecifier()) continue;
    add(api, path, decide);
    const binding = bindingOf(path as NodePath<Node>, path.node.local.name);
    if (!binding || !isTaroImport(binding) || judged.at(-1)!.imported !== binding) continue;
    for (const reference of referencesOf(binding)) add(api, reference, decideReference);
  }
  // Declarations before uses: what becomes of a use may follow from its declaration.
  for (const { path, api } of facts.named) {
    if (path.parent.type === 'ObjectProperty' && path.key === 'key') add(api, path, decide);
  }
  for (const { path, api } of facts.named) {
    // The local name of an export specifier is a reference of its binding, judged with it.
    if (path.isExportSpecifier() && done.has(path.node.local)) continue;
    add(api, path, decide);
  }
  return judged;
}
