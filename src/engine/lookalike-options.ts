import type { Node } from '@babel/types';
import { bindingOfIdentifier } from '../ast/binding';
import type { Binding, NodePath } from '../ast/node-path';
import { nameOf, staticName, unwrap, wrapped } from '../ast/syntax';
import type { Lookalike } from '../migrations/migration';
import { isNothing, returnValues } from './resolve/values';

/** What the options of a call reveal. */
interface Read {
  /** A name that only the host's own API has. */
  sign?: string;
  /** Whether the call may have options that the file does not show. */
  isOpen: boolean;
}

const PLAIN: Read = { isOpen: false };
const OPEN: Read = { isOpen: true };

/** Collects the options of a call from everywhere in the file. */
export function readOptions(path: NodePath<Node> | undefined, lookalike: Lookalike): Read {
  return path ? new Reader(lookalike).options(path) : PLAIN;
}

class Reader {
  private readonly seen = new Set<unknown>();

  constructor(private readonly lookalike: Lookalike) {}

  options(given: NodePath<Node>): Read {
    const path = unwrap(given);
    if (isNothing(path as NodePath<Node>)) return PLAIN;
    if (path.isObjectExpression())
      return all(path.children('properties').map((property) => this.property(property)));
    if (path.isConditionalExpression())
      return all([this.options(path.child('consequent')), this.options(path.child('alternate'))]);
    if (path.isLogicalExpression())
      return all([this.options(path.child('left')), this.options(path.child('right'))]);
    if (path.isCallExpression()) return this.call(path);
    const binding = bindingOfIdentifier(path);
    if (!binding || this.seen.has(binding)) return binding ? PLAIN : OPEN;
    this.seen.add(binding);
    return this.variable(binding);
  }

  private property(path: NodePath<Node>): Read {
    if (path.isSpreadElement()) return this.options(path.child('argument'));
    if (!path.isObjectProperty() && !path.isObjectMethod()) return OPEN;
    const name = staticName(path.child('key') as NodePath<Node>, path.node.computed);
    const isAccessor = path.isObjectMethod() && path.node.kind !== 'method';
    if (name === undefined || name === '__proto__' || isAccessor) return OPEN;
    return this.option(name, path.isObjectMethod() ? path : path.child('value'));
  }

  private option(name: string, value: NodePath<Node>): Read {
    return this.lookalike.takes.includes(name) ? this.callback(value) : { sign: name, isOpen: false };
  }

  /** The properties of the result that a callback reads. */
  private callback(given: NodePath<Node>): Read {
    const path = unwrap(given);
    const declaration = bindingOfIdentifier(path)?.path;
    const value = declaration?.isVariableDeclarator() ? unwrap(declaration.child('init')) : declaration;
    const called = value ?? path;
    if (isNothing(called as NodePath<Node>)) return PLAIN;
    if (!called.isFunction()) return OPEN;
    let sign: string | undefined;
    const look = (name: string | undefined) => {
      if (name !== undefined && this.lookalike.gives.includes(name)) sign ??= name;
    };
    called.traverse({
      MemberExpression: ({ node }) => look(nameOf(node.property)),
      OptionalMemberExpression: ({ node }) => look(nameOf(node.property)),
      ObjectProperty: ({ node, parent }) =>
        look(parent.type === 'ObjectPattern' ? nameOf(node.key) : undefined),
    });
    return sign === undefined ? PLAIN : { sign, isOpen: false };
  }

  private call(path: NodePath<Node>): Read {
    const callee = unwrap(path.child('callee'));
    if (callee.matchesPattern('Object.assign') || callee.matchesPattern('Object.freeze'))
      return all((path.children('arguments') as NodePath<Node>[]).map((argument) => this.options(argument)));
    const declaration = bindingOfIdentifier(callee)?.path;
    const called = declaration?.isVariableDeclarator() ? unwrap(declaration.child('init')) : declaration;
    if (!called?.isFunction() || called.node.async || called.node.generator) return OPEN;
    return all(returnValues(called).map((value) => this.options(value)));
  }

  private variable(binding: Binding): Read {
    const { path, constant } = binding;
    if (!constant || !path.isVariableDeclarator() || path.node.id.type !== 'Identifier') return OPEN;
    const reads = binding.referencePaths.map((reference) => this.later(wrapped(reference)));
    return all([this.options(path.child('init') as NodePath<Node>), ...reads]);
  }

  /** Changes to the options object after its creation. */
  private later(reference: NodePath<Node>): Read {
    const { parentPath } = reference;
    if (parentPath?.isMemberExpression() && reference.key === 'object') {
      const target = wrapped(parentPath);
      const assignment = target.parentPath;
      if (!assignment?.isAssignmentExpression() || target.key !== 'left') return PLAIN;
      const name = staticName(parentPath.child('property'), parentPath.node.computed);
      return name === undefined ? OPEN : this.option(name, assignment.child('right'));
    }
    const call = parentPath?.isCallExpression() && reference.listKey === 'arguments' ? parentPath : undefined;
    // `Object.assign(options, more)`
    if (call && reference.key === 0 && call.child('callee').matchesPattern('Object.assign'))
      return all(
        call
          .children('arguments')
          .slice(1)
          .map((more) => this.options(more)),
      );
    return PLAIN;
  }
}

function all(reads: readonly Read[]): Read {
  const sign = reads.find((read) => read.sign !== undefined)?.sign;
  const isOpen = reads.some((read) => read.isOpen);
  return sign === undefined ? { isOpen } : { sign, isOpen };
}
