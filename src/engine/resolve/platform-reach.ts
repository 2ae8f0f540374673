import type { Node } from '@babel/types';
import { bindingOf, bindingOfIdentifier } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { staticName, unwrap, wrapped } from '../../ast/syntax';
import { frameworkFunction, isInteropHelper } from './values';

type Path = NodePath<Node | null | undefined>;

/**
 * Where the platform object may get to in a file, followed from the few places where it enters. This rules
 * out thousands of `list[index]` in a bundle before the resolver looks at them.
 */
export class PlatformReach {
  /** Names that may be bound to it. */
  private readonly bindings = new Set<Binding>();
  private readonly expressions = new Set<Node>();
  /** Whether it escapes to a place that is not followed, so that any expression may be it. */
  private isOpen = false;

  /**
   * @param sources the expressions through which it enters: globals and calls of `require`
   * @param imported bindings of imports
   */
  constructor(sources: readonly NodePath<Node>[], imported: readonly Binding[]) {
    const found = [...sources, ...imported.flatMap((binding) => this.named(binding))];
    // The list grows during the loop.
    for (const path of found) {
      this.expressions.add(path.node);
      found.push(...this.next(path));
      if (this.isOpen) return;
    }
  }

  /** True for all expressions that are the platform, and for some others. */
  includes(given: Path): boolean {
    if (this.isOpen) return true;
    const path = unwrap(given);
    if (!path.node) return false;
    const binding = bindingOfIdentifier(path);
    const isNamed = binding !== undefined && !binding.isAmbient;
    return isNamed ? this.bindings.has(binding) : this.expressions.has(path.node);
  }

  /** The expressions and names that receive the value of an expression. */
  private next(path: NodePath<Node>): NodePath<Node>[] {
    const outer = wrapped(path);
    const { parentPath: parent, key } = outer;
    const node = parent?.node;
    switch (node?.type) {
      case 'BinaryExpression':
      case 'ExportDefaultDeclaration':
      case 'ExportSpecifier':
      case 'ExpressionStatement':
      case 'JSXExpressionContainer':
      case 'TSExportAssignment':
      case 'TSQualifiedName':
      case 'TSTypeQuery':
      case 'UnaryExpression':
        return [];
      case 'CallExpression':
      case 'OptionalCallExpression': {
        const callee = parent!.child('callee');
        if (key !== 'callee' && frameworkFunction(callee) === undefined && !isInteropHelper(callee))
          return [];
        break;
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression': {
        if (key !== 'object') return [];
        const name = staticName(parent!.child('property') as NodePath<Node>, node.computed);
        return name === 'default' ? [parent!] : [];
      }
      case 'AwaitExpression':
        return [parent!];
      case 'ConditionalExpression':
      case 'IfStatement':
        return key === 'test' ? [] : [parent!];
      case 'LogicalExpression':
        return [parent!];
      case 'SequenceExpression':
        return key === node.expressions.length - 1 ? [parent!] : [];
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier') return this.named(bindingOf(parent!, node.id.name));
        if (node.id.type === 'ObjectPattern' && node.id.properties.every(isOtherMember)) return [];
        break;
      case undefined:
        return [];
    }
    this.isOpen = true;
    return [];
  }

  private named(binding: Binding | undefined): NodePath<Node>[] {
    if (!binding || this.bindings.has(binding)) return [];
    this.bindings.add(binding);
    return binding.referencePaths.filter((path) => !path.isExportDeclaration());
  }
}

/** Whether a property of a pattern binds a member other than `default`, which is not the platform itself. */
function isOtherMember(property: Node): boolean {
  return (
    property.type === 'ObjectProperty' &&
    !property.computed &&
    property.key.type === 'Identifier' &&
    property.key.name !== 'default' &&
    property.value.type === 'Identifier'
  );
}
