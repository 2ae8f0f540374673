import type { Expression, Node } from '@babel/types';
import { isAmbient } from './ambient';
import { annotatedContext, typed } from './annotations';
import { foreign, importOrigin, JS_SDK, moduleOrigin, type Origin, own, unknown } from './origin';
import { PLATFORM_GLOBALS, TARO_MODULE, WEB_GLOBALS } from './platform';
import type { Suppressions } from './silence';
import { nameOf, staticName, unwrap } from './syntax';
import { ThisMembers } from './this-members';
import type { Binding, NodePath } from './traverse';
import { hookName, isGlobalMember, isNothing, mayBeMember, requiredModule, returnValues } from './values';
import { ignored, manual } from './verdicts';
import { templateProperties } from './vue-template';

/** What a resolver has to know of the whole file. */
export interface FileFacts {
  /** Unbound globals that carry members of the JS-SDK for web pages (`wx.config`). */
  jsSdkGlobals: ReadonlySet<string>;
  /** Namespaces and enums with a value, which Babel's scopes do not register. */
  namespaces: ReadonlySet<string>;
  /** An import that is suppressed stays, and so does what is reached through it. */
  suppressions: Suppressions;
}

/** Helpers that compilers put around `require` to give it a default export. */
const INTEROP = /^_*(interopRequire(Default|Wildcard)|import(Default|Star)|toESM|toModule)\d*$/;
/** Hooks and functions whose result holds a value in `current`. */
const REF_FACTORY = /^(useRef|createRef|ref|shallowRef)$/;

/** Decides by scope where an expression's value comes from. */
export class Resolver {
  /** Bindings and members under resolution, so that `a = b; b = a` ends. */
  private readonly pending = new Set<unknown>();
  private readonly members = new ThisMembers();

  constructor(private readonly facts: FileFacts) {}

  expression(given: NodePath<Node | null | undefined>): Origin {
    const path = unwrap(given);
    const { node } = path;
    if (!node) return unknown('it has no value here');
    if (path.isIdentifier()) return this.identifier(path);
    if (path.isThisExpression() || path.isSuper()) return own(ignored.ownMethod());
    if (path.isMemberExpression() || path.isOptionalMemberExpression()) return this.member(path);
    if (path.isCallExpression() || path.isOptionalCallExpression()) return this.call(path);
    if (path.isNewExpression()) return own(ignored.otherObject('an object made with new'));
    if (path.isAwaitExpression()) return this.awaited(path.get('argument'));
    if (path.isAssignmentExpression({ operator: '=' })) return this.expression(path.get('right'));
    if (path.isSequenceExpression()) return this.expression(path.get('expressions').at(-1)!);
    if (path.isConditionalExpression()) {
      return this.agreeing([path.get('consequent'), path.get('alternate')], `${path} depends on a condition`);
    }
    if (path.isLogicalExpression()) {
      return this.agreeing([path.get('left'), path.get('right')], `${path} depends on a condition`);
    }
    if (path.isObjectExpression() || path.isFunction() || path.isClass() || path.isLiteral()) {
      return own(ignored.otherObject('an object of its own'));
    }
    return unknown('the object is the result of an expression');
  }

  /** Whether an identifier is a named export of Taro: imported by name, or taken out of the object. */
  isTaroExport(path: NodePath<Node>, exported: string): boolean {
    if (!path.isIdentifier()) return false;
    const binding = path.scope.getBinding(path.node.name);
    if (binding?.path.isImportSpecifier()) {
      const declaration = binding.path.parentPath;
      return (
        nameOf(binding.path.node.imported) === exported &&
        declaration.isImportDeclaration() &&
        declaration.node.source.value === TARO_MODULE
      );
    }
    const declarator = binding?.path;
    if (!declarator?.isVariableDeclarator() || !declarator.get('id').isObjectPattern()) return false;
    return this.expression(declarator.get('init') as NodePath<Node | null | undefined>).kind === 'platform';
  }

  identifier(path: NodePath<Node>): Origin {
    const { name } = path.node as { name: string } & Node;
    const binding = path.scope.getBinding(name);
    if (mayBeMember(path, binding)) return unknown(`${name} may be a member of the object of "with"`);
    if (binding && !isAmbient(binding)) return this.binding(binding, name);
    if (this.facts.namespaces.has(name)) return own(ignored.otherObject(`the namespace ${name}`));
    if (PLATFORM_GLOBALS.has(name))
      return this.facts.jsSdkGlobals.has(name) ? JS_SDK : { kind: 'platform', from: 'global', global: name };
    if (name === 'Taro') return unknown('Taro is not imported in this file');
    return own(ignored.otherObject(`the global ${name}`));
  }

  binding(binding: Binding, name: string): Origin {
    return this.once(binding, name, () => {
      const { path } = binding;
      const annotated = annotatedContext(binding.identifier);
      if (annotated) return foreign(ignored.otherObject(annotated));
      if (binding.kind === 'module') return this.unlessSuppressed(path, () => importOrigin(path, name));
      if (path.isTSImportEqualsDeclaration()) {
        const reference = path.node.moduleReference;
        return reference.type === 'TSExternalModuleReference'
          ? this.unlessSuppressed(path, () => moduleOrigin(reference.expression.value, name))
          : unknown(`${name} is an alias of a namespace`);
      }
      if (path.isFunctionDeclaration() || path.isClassDeclaration()) {
        return own(ignored.otherObject(`${name}, declared in this file`));
      }
      if (path.isVariableDeclarator()) return this.declared(binding, path, name);
      if (binding.kind === 'param') {
        const properties = templateProperties(path.parent);
        if (properties?.has(name)) return { kind: 'unknown', reason: manual.componentProperty(name) };
        return unknown(
          `${name} is a ${properties ? 'name of the template' : `parameter${typed(path.node)}`}`,
        );
      }
      return unknown(`${name} cannot be followed`);
    });
  }

  private declared(binding: Binding, path: NodePath<Node>, name: string): Origin {
    const id = path.get('id') as NodePath<Node>;
    const init = path.get('init') as NodePath<Expression | null | undefined>;
    if (id.isObjectPattern()) {
      if (!binding.constant) return unknown(`${name} is assigned more than once`);
      return this.destructured(id, init, binding);
    }
    if (id.isArrayPattern()) {
      // `const [camera] = useState(() => Taro.createCameraContext())`
      const call = unwrap(init);
      const isState =
        call.isCallExpression() && hookName(call.get('callee') as NodePath<Node>) === 'useState';
      const [initial] = isState ? (call.get('arguments') as NodePath<Node>[]) : [];
      if (initial && id.node.elements[0] === binding.identifier) {
        const values = initial.isFunction() ? returnValues(initial) : [initial];
        return this.agreeing(values, `${name} is given different values`, `${name} is given no value here`);
      }
    }
    if (!id.isIdentifier()) return unknown(`${name} is taken out of an array`);
    const values: NodePath<Node>[] = init.node ? [init as NodePath<Node>] : [];
    for (const violation of binding.constantViolations) {
      if (!violation.isAssignmentExpression({ operator: '=' }) || !violation.get('left').isIdentifier()) {
        return unknown(`${name} is changed in a way that cannot be followed`);
      }
      values.push(violation.get('right') as NodePath<Node>);
    }
    return this.agreeing(values, `${name} is given different values`, `${name} is given no value here`);
  }

  private destructured(
    pattern: NodePath<Node>,
    init: NodePath<Node | null | undefined>,
    binding: Binding,
  ): Origin {
    const { name } = binding.identifier;
    for (const property of pattern.get('properties') as NodePath<Node>[]) {
      if (property.isRestElement() && (property.node.argument as Node) === binding.identifier) {
        const source = this.expression(init);
        return source.kind === 'platform' ? source : unknown(`${name} is the rest of another object`);
      }
      if (!property.isObjectProperty()) continue;
      const target = property.node.value;
      const bound = target.type === 'AssignmentPattern' ? target.left : target;
      if (bound !== binding.identifier) continue;
      const key = staticName(property.get('key') as NodePath<Node>, property.node.computed);
      return key === undefined
        ? unknown(`${name} is taken out by a name that is computed`)
        : this.memberOf(init, key, name);
    }
    return unknown(`${name} is taken out of a nested object`);
  }

  private member(path: NodePath<Node>): Origin {
    const node = path.node as { computed: boolean } & Node;
    const property = staticName(path.get('property') as NodePath<Node>, node.computed);
    if (property === undefined) return unknown('the object is looked up by a computed name');
    return this.memberOf(path.get('object') as NodePath<Node>, property, path.toString());
  }

  /** The origin of `object.property`. */
  private memberOf(given: NodePath<Node | null | undefined>, property: string, text: string): Origin {
    const object = unwrap(given);
    if (object.isIdentifier() && !object.scope.getBinding(object.node.name)) {
      if (WEB_GLOBALS.has(object.node.name)) {
        return PLATFORM_GLOBALS.has(property) ? JS_SDK : own(ignored.otherObject(text));
      }
      if (/^(globalThis|global)$/.test(object.node.name) && PLATFORM_GLOBALS.has(property)) {
        return unknown(`${text} may be the JS-SDK for web pages`);
      }
    }
    if (object.isThisExpression()) {
      // What a framework hands to a component is data of the app, not the platform.
      if (/^(props|state|data)$/.test(property)) return own(ignored.ownMethod());
      return this.ownMember(object, property, text);
    }
    if (object.isMemberExpression() && object.get('object').isThisExpression()) {
      const holder = staticName(object.get('property') as NodePath<Node>, object.node.computed);
      if (holder === 'data' || holder === 'state') {
        return this.given(this.members.dataOf(object, property), `data.${property}`, text);
      }
    }
    if (property === 'current' || property === 'value') {
      const held = this.refValue(object, text);
      if (held) return held;
    }
    const origin = this.expression(object);
    if (origin.kind === 'platform') {
      return property === 'default' ? origin : foreign(ignored.otherObject(text));
    }
    if (origin.kind === 'foreign' && origin.own) {
      return isGlobalMember(object) ? origin : unknown(`${text} is a property that cannot be followed`);
    }
    return origin;
  }

  /** `this.name` */
  private ownMember(self: NodePath<Node>, property: string, text: string): Origin {
    const declared = this.members.declarationOf(self, property);
    const context = declared && annotatedContext(declared.node);
    if (context) return foreign(ignored.otherObject(context));
    if (declared?.isParameter)
      return unknown(`${text} is a parameter of the constructor${typed(declared.node)}`);
    return this.given(this.members.of(self, property), property, text);
  }

  private given(values: readonly NodePath<Node>[], key: string, text: string): Origin {
    const different = `${text} is given different values`;
    return this.once(key, text, () =>
      this.agreeing(values, different, `${text} is given no value in this file`),
    );
  }

  /** `useRef(x).current`: what the reference holds. */
  private refValue(object: NodePath<Node | null | undefined>, text: string): Origin | undefined {
    if (!object.isIdentifier()) return undefined;
    const binding = object.scope.getBinding(object.node.name);
    const init = binding?.path.isVariableDeclarator()
      ? unwrap(binding.path.get('init') as NodePath<Node | null | undefined>)
      : undefined;
    if (!init?.isCallExpression()) return undefined;
    const factory = hookName(init.get('callee') as NodePath<Node>);
    if (!binding || !factory || !REF_FACTORY.test(factory)) return undefined;
    const values: NodePath<Node>[] = init.get('arguments').slice(0, 1);
    for (const reference of binding.referencePaths) {
      const member = reference.parentPath;
      const assignment = member?.parentPath;
      if (member?.isMemberExpression() && assignment?.isAssignmentExpression({ left: member.node })) {
        values.push(assignment.get('right') as NodePath<Node>);
      }
    }
    return this.once(binding.path, text, () =>
      this.agreeing(values, `${text} is given different values`, `${text} is given no value in this file`),
    );
  }

  private call(path: NodePath<Node>): Origin {
    const required = requiredModule(path);
    if (required !== undefined) return this.unlessSuppressed(path, () => moduleOrigin(required, 'it'));
    const callee = unwrap(path.get('callee') as NodePath<Node>);
    const [argument] = path.get('arguments') as NodePath<Node>[];
    if (callee.isIdentifier()) {
      if (argument && INTEROP.test(callee.node.name)) return this.expression(argument);
      if (callee.node.name === 'requirePlugin' && !callee.scope.getBinding('requirePlugin')) {
        return foreign(ignored.otherObject('a plugin'));
      }
    }
    if (callee.isMemberExpression() || callee.isOptionalMemberExpression()) {
      const name = staticName(callee.get('property') as NodePath<Node>, callee.node.computed);
      if (name && argument && INTEROP.test(name)) return this.expression(argument);
      const origin = this.expression(callee.get('object') as NodePath<Node>);
      const object = callee.get('object') as NodePath<Node>;
      if (
        origin.kind === 'platform' ||
        (origin.kind === 'foreign' && (!origin.own || isGlobalMember(object)))
      ) {
        return foreign(ignored.otherObject(`what ${name ?? 'another call'}() returns`));
      }
    }
    if (callee.isIdentifier()) {
      const imported = callee.scope.getBinding(callee.node.name)?.path;
      const from = imported?.parentPath;
      if (
        imported?.isImportSpecifier() &&
        from?.isImportDeclaration() &&
        from.node.source.value === TARO_MODULE
      ) {
        return foreign(ignored.otherObject(`what ${callee.node.name}() returns`));
      }
    }
    return this.returned(callee, argument) ?? unknown('the object is the result of a call');
  }

  /** What a function of this file returns, or the one that `useMemo` is given. */
  private returned(callee: NodePath<Node | null | undefined>, argument?: NodePath<Node>): Origin | undefined {
    let called: NodePath<Node | null | undefined> | undefined = callee;
    if (hookName(callee) === 'useMemo') called = argument;
    else if (callee.isIdentifier()) {
      const path = callee.scope.getBinding(callee.node.name)?.path;
      called = path?.isVariableDeclarator() ? unwrap(path.get('init') as NodePath<Node>) : path;
    }
    if (!called?.isFunction() || called.node.async || called.node.generator) return undefined;
    const values = returnValues(called);
    const what = 'the object is the result of a function that returns different things';
    const origin = this.once(called.node, 'a function', () => this.agreeing(values, what));
    // To replace `getTaro().startRecord` would take the call of `getTaro` away, and with it what else it does.
    return origin.kind === 'platform' ? undefined : origin;
  }

  private awaited(path: NodePath<Node>): Origin {
    const argument = unwrap(path);
    if (argument.isCallExpression() && argument.get('callee').isImport()) {
      const [source] = argument.node.arguments;
      return source?.type === 'StringLiteral'
        ? this.unlessSuppressed(argument, () => moduleOrigin(source.value, 'it'))
        : unknown('the module is imported by a computed name');
    }
    return this.expression(argument);
  }

  /** The origin that all values share; null, undefined and nothing do not count. */
  private agreeing(values: readonly NodePath<Node>[], otherwise: string, none = otherwise): Origin {
    const origins = values.filter((value) => !isNothing(value)).map((value) => this.expression(value));
    const [first] = origins;
    if (!first) return unknown(none);
    return origins.every((origin) => origin.kind === first.kind) ? first : unknown(otherwise);
  }

  private unlessSuppressed(imported: NodePath<Node>, origin: () => Origin): Origin {
    return this.facts.suppressions.cover(imported) ? foreign(ignored.silenced()) : origin();
  }

  private once(key: unknown, name: string, resolve: () => Origin): Origin {
    if (this.pending.has(key)) return unknown(`${name} is given its own value`);
    this.pending.add(key);
    try {
      return resolve();
    } finally {
      this.pending.delete(key);
    }
  }
}
