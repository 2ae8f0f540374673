import type {
  ExportNamedDeclaration,
  Node,
  ObjectPattern,
  StringLiteral,
  VariableDeclarator,
} from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { dottedName, nameOf } from '../../ast/syntax';
import {
  type Decision,
  type OnPlatform,
  type Replacement,
  replacementOf,
  type SiteChange,
} from '../classify/decision';
import { quoteIn } from '../parse/text';
import { defaultOf } from '../resolve/patterns';
import { argumentOperations } from './argument-operations';
import { callToAssignment } from './call-to-assignment';
import type { FreeNames } from './free-names';
import { edit, type Operation } from './operation';
import { type Rebound, rebindProperties } from './rebind-properties';
import { renameOperations } from './rename-operations';
import { isReexport, type ReplacedExport, replaceExports } from './replace-exports';
import { replaceMember } from './replace-member';
import { replaceReference, replaceString } from './replace-name';
import { splitOperations } from './split-operations';
import { testOperations } from './test-operations';
import { removeAwait } from './unawait';

/** The names of runtimes and members in this file. */
export interface Names {
  /** Returns the expression in this file for an expression on the exports of the migration's runtime. */
  express: (decision: Decision, to: string) => string;
  /** Returns the module specifier of the migration's runtime. */
  moduleOf: (decision: Decision) => string;
  /** Returns the name in this file for another platform member. */
  localOf: (change: OnPlatform, to: string) => string;
  free: FreeNames;
}

type RuntimeChange = Extract<Replacement, { kind: 'runtime' }>;

/**
 * The operations for the changes. All migrations are processed together, because one declaration may contain
 * APIs of several.
 */
export function changeOperations(decisions: readonly Decision[], names: Names, text: string): Operation[] {
  const lists = new Lists(names);
  const replaced = new Set<Node | undefined>(decisions.map((decision) => replacementOf(decision)?.path.node));
  const operationsFor = (change: SiteChange, decision: Decision): Operation[] => {
    switch (change.kind) {
      case 'member':
        return renameOperations(change, names.localOf(change, change.to));
      case 'string':
        return [replaceString(change.path.node as StringLiteral, change.value)];
      case 'split':
        return splitOperations(change, (to) => functionOf(change, to, decision), text);
      case 'runtime':
        return lists.add(change, decision)
          ? []
          : runtimeOperations(change, names.express(decision, change.to));
      case 'assign':
        return [callToAssignment(change.path, change.others)];
      case 'non-null-test':
        return [edit((output) => output.appendLeft(change.path.node.end!, '!'))];
      case 'typeof-test':
        return [typeofTest(change.path.node, quoteIn(text))];
      case 'unawait':
        return [removeAwait(change.path, text, replaced)];
      case 'optional-call':
      case 'argument':
        // Feature tests determine whether an optional call needs its own test. All edits of a call's
        // arguments are one operation.
        return [];
    }
  };
  /** One of the functions that replace a call. */
  const functionOf = (change: Extract<Replacement, { kind: 'split' }>, to: string, decision: Decision) => {
    if (change.of === 'runtime') return names.express(decision, to);
    return change.type === 'member'
      ? `${dottedName(change.path.node.object)}.${to}`
      : names.localOf(change, to);
  };
  const own = decisions.flatMap((decision) => [
    ...decision.changes.flatMap((change) => operationsFor(change, decision)),
    ...argumentOperations(decision, (to) => names.express(decision, to), text),
  ]);
  return [...testOperations(decisions, names.express), ...own, ...lists.operations()];
}

/** `f` → `typeof f === 'function'` */
function typeofTest({ start, end }: Node, quote: string): Operation {
  return edit((output) => {
    output.prependRight(start!, 'typeof ');
    output.appendLeft(end!, ` === ${quote}function${quote}`);
  });
}

function runtimeOperations(change: RuntimeChange, to: string): Operation[] {
  if (change.type === 'member') return [replaceMember(change.path.node, to)];
  return change.type === 'reference' ? [replaceReference(change.path, to)] : [];
}

/** Changes that one operation applies together: those in the same declarator or export. */
class Lists {
  private readonly rebound = new Map<VariableDeclarator, Rebound[]>();
  private readonly exported = new Map<ExportNamedDeclaration, ReplacedExport[]>();

  constructor(private readonly names: Names) {}

  /** @returns whether the change belongs to the group */
  add(change: RuntimeChange, decision: Decision): boolean {
    const { express, free } = this.names;
    if (change.type === 'property') {
      const to = express(decision, change.to);
      const { node } = change.path;
      const { properties } = change.path.parent as ObjectPattern;
      const hasRest = properties.some(({ type }) => type === 'RestElement');
      const unusedName = hasRest ? free.give(`_${nameOf(node.key)}`) : undefined;
      const keepsDefault = change.supported !== undefined && defaultOf(change.path);
      const supported = keepsDefault ? express(decision, change.supported!) : undefined;
      const declarator = change.path.findParent((path) => path.isVariableDeclarator())!
        .node as VariableDeclarator;
      this.rebound.set(declarator, [
        ...(this.rebound.get(declarator) ?? []),
        { node, to, unusedName, supported },
      ]);
      return true;
    }
    if (change.type !== 'export') return false;
    const declaration = change.path.parent as ExportNamedDeclaration;
    this.exported.set(declaration, [
      ...(this.exported.get(declaration) ?? []),
      this.exportOf(change, decision),
    ]);
    return true;
  }

  private exportOf({ path, to }: RuntimeChange & { type: 'export' }, decision: Decision): ReplacedExport {
    const { express, moduleOf, free } = this.names;
    const { node } = path;
    if (isReexport(path as NodePath<Node>, to)) return { kind: 'from', node, to, module: moduleOf(decision) };
    const own = express(decision, to);
    if (!own.includes('.')) return { kind: 'name', node, to: own };
    const name = nameOf(node.exported)!;
    const isDeclared = name === 'default' || (node.exported.type === 'Identifier' && free.take(name));
    return { kind: 'value', node, to: own, local: isDeclared ? undefined : free.give(decision.api) };
  }

  operations(): Operation[] {
    return [
      ...[...this.rebound].map(([declarator, properties]) => rebindProperties(declarator, properties)),
      ...[...this.exported].map(([declaration, specifiers]) => replaceExports(declaration, specifiers)),
    ];
  }
}
