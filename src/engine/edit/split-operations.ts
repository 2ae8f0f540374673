import type { Identifier, Node, ObjectProperty, VariableDeclarator } from '@babel/types';
import { nameOf, split } from '../../ast/syntax';
import type { SiteChange } from '../classify/decision';
import type { NodePath } from '../parse/traverse';
import { readsOf } from '../resolve/result';
import { bindingOf } from '../resolve/scope';
import type { FreeNames } from './free-names';
import type { Operation } from './operations';

type Part = Extract<Operation, { type: 'split-declarator' }>['parts'][number];

/** The operations that make one declaration into several, by what is read. The first one keeps its place and name. */
export function splitOperations(
  { parts, call, ...site }: Extract<SiteChange, { kind: 'split' }>,
  express: (to: string) => string,
  free: FreeNames,
): Operation[] {
  const [first, ...others] = new Set(Object.values(parts));
  const to = express(first!);
  const callee: Operation =
    site.type === 'member'
      ? { type: 'replace-member', node: site.path.node, to }
      : { type: 'replace-reference', node: site.path.node, to };
  const declarator = call.parentPath as NodePath<VariableDeclarator>;
  const { id } = declarator.node;
  const addition = (parts: Part[]): Operation => ({
    type: 'split-declarator',
    declarator: declarator.node,
    parts,
  });
  if (id.type === 'ObjectPattern') {
    const properties = id.properties as ObjectProperty[];
    const taken = (part: string) => properties.filter(({ key }) => parts[nameOf(key)!] === part);
    return [callee, addition(others.map((part) => ({ to: express(part), target: taken(part) })))];
  }
  const names = new Map(others.map((part) => [part, free.give(nameFor(part))]));
  const binding = bindingOf(declarator as NodePath<Node>, (id as Identifier).name)!;
  const uses = readsOf(binding).flatMap(({ path, member }): Operation[] => {
    const name = names.get(parts[member]!);
    return name === undefined ? [] : [{ type: 'replace-reference', node: path.node as Identifier, to: name }];
  });
  return [callee, addition(others.map((part) => ({ to: express(part), target: names.get(part)! }))), ...uses];
}

/** `getDeviceInfo` → `deviceInfo` */
function nameFor(part: string): string {
  const name = split(part).member.replace(/^get(?=[A-Z])/, '');
  return `${name[0]!.toLowerCase()}${name.slice(1)}`;
}
