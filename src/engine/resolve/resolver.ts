import type { Node } from '@babel/types';
import { bindingOf, bindingOfIdentifier, isUnbound } from '../../ast/binding';
import type { Binding, NodePath } from '../../ast/node-path';
import { nameOf, shown, staticName, unwrap } from '../../ast/syntax';
import { message } from '../../messages/format';
import type { Message } from '../../messages/message';
import { ignored, manual } from '../../messages/reasons';
import { isInTemplate, templateProperties } from '../parse/vue-expression';
import type { Suppressions } from '../suppressions';
import { annotatedContext, annotatedPlatform, typed } from './annotations';
import { assignedTo, calledFunction, heldByRef } from './binding-values';
import { isFilled, isMadeFromPlatform, isProxyOfPlatform } from './derived';
import { holdsGlobalProperties, isGlobalProperty, mayBeComponent } from './global-properties';
import { HeldProperties } from './held-properties';
import {
  APP,
  type Foreign,
  foreign,
  given,
  hostGlobal,
  importEqualsOrigin,
  importOrigin,
  JS_SDK,
  MISSING,
  maybe,
  memberOfForeign,
  moduleOrigin,
  NOTHING,
  ORIGINS,
  type Origin,
  own,
  shared,
  uncertain,
  unknown,
  webMember,
} from './origin';
import { argumentsFor } from './parameters';
import { isNamedLikePlatform, PLATFORM_GLOBALS, TARO_MODULE } from './platform';
import type { PlatformReach } from './platform-reach';
import { Solver } from './solver';
import { ThisOrigins } from './this-origins';
import { frameworkFunction, isInteropHelper, isNothing, requiredModule, returnValues } from './values';

/** Facts about the whole file. */
export interface FileAnalysis {
  /** Unbound globals that have members of the JS-SDK for web pages (`wx.config`). */
  jsSdkGlobals: ReadonlySet<string>;
  /** Host globals that the file assigns. */
  assignedGlobals: ReadonlySet<string>;
  /** A suppressed import stays, together with everything that is accessed through it. */
  suppressions: Suppressions;
  /** Names with uses that scopes do not show. */
  otherNames: ReadonlySet<string>;
  reach: PlatformReach;
}

/** Members of the platform that libraries add: its APIs in a form that returns promises. */
const PLATFORM_COPY = 'pro';

/** Resolves the origin of an expression's value from scopes. */
export class Resolver {
  private readonly solver = new Solver(ORIGINS);
  private readonly ofThis = new ThisOrigins(
    (path) => this.expression(path),
    (values, otherwise, none) => this.agreeing(values, otherwise, none),
    (key, answer) => this.solver.solve(key, answer),
  );

  private readonly held = new HeldProperties((path) => this.expression(path));

  /**
   * @param resultApis the APIs with results to follow
   * @param globalPlace where a property of all Vue components is set to the platform, by its name
   */
  constructor(
    private readonly analysis: FileAnalysis,
    private readonly resultApis: ReadonlySet<string> = new Set(),
    private readonly globalPlace: (property: string) => string | undefined = () => undefined,
  ) {}

  readonly expression = (value: NodePath<Node | null | undefined>): Origin => {
    const path = unwrap(value);
    const { node } = path;
    if (!node) return unknown(message('cause/no-value'));
    if (path.isIdentifier()) return this.identifier(path);
    if (path.isThisExpression() || path.isSuper()) return own(ignored.ownMethod());
    if (path.isMemberExpression() || path.isOptionalMemberExpression()) return this.member(path);
    if (path.isCallExpression() || path.isOptionalCallExpression()) return this.call(path);
    if (path.isNewExpression()) {
      return isProxyOfPlatform(path, this.expression)
        ? { kind: 'derived', what: message('what/proxy') }
        : own(ignored.ownObject(message('what/new')));
    }
    if (path.isAwaitExpression()) return this.awaited(path.child('argument'));
    if (path.isAssignmentExpression({ operator: '=' })) return this.expression(path.child('right'));
    if (path.isSequenceExpression()) return this.expression(path.children('expressions').at(-1)!);
    if (path.isConditionalExpression()) {
      return this.agreeing([path.child('consequent'), path.child('alternate')], () =>
        message('cause/condition', { code: shown(path) }),
      );
    }
    if (path.isLogicalExpression()) {
      return this.agreeing([path.child('left'), path.child('right')], () =>
        message('cause/condition', { code: shown(path) }),
      );
    }
    if (path.isObjectExpression()) return this.object(path);
    if (path.isFunction() || path.isClass() || path.isLiteral()) {
      return own(ignored.ownObject(message('what/own-object')));
    }
    return unknown(message('cause/expression'));
  };

  /** Whether an expression is the platform object itself. */
  isPlatform(path: NodePath<Node>): boolean {
    return this.analysis.reach.includes(path) && this.expression(path).kind === 'platform';
  }

  /** Whether an identifier is a named export of Taro: a named import, or destructured from the object. */
  isTaroExport(path: NodePath<Node>, exported: string): boolean {
    return this.platformMember(path) === exported;
  }

  /** The platform member that a name refers to: a named import, or destructured from the object. */
  private platformMember(path: NodePath<Node | null | undefined>): string | undefined {
    const binding = bindingOfIdentifier(path);
    if (!binding) return undefined;
    if (binding.path.isImportSpecifier()) {
      const declaration = binding.path.parentPath;
      const isTaro = declaration.isImportDeclaration() && declaration.node.source.value === TARO_MODULE;
      return isTaro ? nameOf(binding.path.node.imported) : undefined;
    }
    const declarator = binding.path;
    if (!declarator.isVariableDeclarator() || !binding.constant) return undefined;
    const init = declarator.child('init');
    const id = declarator.node.id;
    if (id.type !== 'ObjectPattern' || this.expression(init).kind !== 'platform') return undefined;
    const taken = id.properties.find(
      (property) => property.type === 'ObjectProperty' && property.value === binding.identifier,
    );
    return taken?.type === 'ObjectProperty' && !taken.computed ? nameOf(taken.key) : undefined;
  }

  identifier(path: NodePath<Node>): Origin {
    const { name } = path.node as { name: string } & Node;
    const binding = bindingOf(path, name);
    if (binding && !binding.isAmbient) {
      const origin = this.binding(binding, name);
      return origin.kind === 'foreign' && origin.isGlobal ? own(origin.reason) : origin;
    }
    if (this.analysis.assignedGlobals.has(name)) return unknown(message('cause/reassigned', { name }));
    if (PLATFORM_GLOBALS.has(name)) return this.analysis.jsSdkGlobals.has(name) ? JS_SDK : hostGlobal(name);
    const place = isInTemplate(path) ? this.globalPlace(name) : undefined;
    if (place !== undefined) return { kind: 'unknown', reason: manual.globalProperty(name, place) };
    if (name === 'Taro') return unknown(message('cause/no-taro'));
    return {
      kind: 'foreign',
      reason: ignored.ownObject(message('what/global', { name })),
      own: true,
      isGlobal: true,
    };
  }

  binding(binding: Binding, name: string): Origin {
    return this.solver.solve(binding, () => {
      const annotated = annotatedContext(binding.identifier);
      if (!annotated) return this.bound(binding, name);
      const followed = this.resultApis.size > 0 ? this.bound(binding, name) : undefined;
      return followed?.kind === 'foreign' && followed.result
        ? followed
        : { ...foreign(ignored.otherObject(annotated)), annotated };
    });
  }

  private bound(binding: Binding, name: string): Origin {
    const { path, kind } = binding;
    if (kind === 'dynamic')
      return unknown(message(path.isWithStatement() ? 'cause/with' : 'cause/block-function', { name }));
    if (kind === 'parameter property' && annotatedPlatform(binding.identifier))
      return given(parameter(name, binding.identifier));
    if (kind === 'module') return this.unlessSuppressed(path, () => importOrigin(path, name));
    if (path.isTSImportEqualsDeclaration())
      return this.unlessSuppressed(path, () => importEqualsOrigin(path.node, name));
    if (path.isVariableDeclarator()) return this.declared(binding, path, name);
    if (kind === 'param') {
      const properties = templateProperties(path.parent);
      if (properties?.has(name)) {
        const place = this.globalPlace(name);
        const reason =
          place === undefined ? manual.componentProperty(name) : manual.globalInTemplate(name, place);
        return { kind: 'unknown', reason };
      }
      const isResult = !properties && this.resultApis.size > 0;
      const passed = isResult ? this.passedTo(binding) : undefined;
      return (
        passed ?? given(properties ? message('cause/template-name', { name }) : parameter(name, path.node))
      );
    }
    if (/^(Function|Class|TS|Enum)/.test(path.node.type)) {
      const declared = own(ignored.ownObject(message('what/declared', { name })));
      return this.joined([declared, ...this.assigned(binding, name)], () =>
        message('cause/different-values', { name }),
      );
    }
    return unknown(message('cause/unfollowed', { name }));
  }

  /** The API result that all calls of a function pass for a parameter. */
  private passedTo(binding: Binding): Origin | undefined {
    const values = argumentsFor(binding, this.analysis.otherNames);
    const origin = values && this.agreeing(values, () => message('cause/several-values'));
    return origin?.kind === 'foreign' && origin.result && !origin.result.cause ? origin : undefined;
  }

  private declared(binding: Binding, path: NodePath<Node>, name: string): Origin {
    const id = path.child('id');
    const init = path.child('init');
    if (path.parentPath?.parentPath?.isForXStatement({ left: path.parent as never }))
      return unknown(message('cause/list-element', { name }));
    if (id.isObjectPattern()) {
      if (!binding.constant) return unknown(message('cause/reassigned', { name }));
      return this.destructured(id, init, binding);
    }
    if (id.isArrayPattern()) {
      // `const [camera] = useState(() => Taro.createCameraContext())`
      const call = unwrap(init);
      const isState =
        call.isCallExpression() && frameworkFunction(call.child('callee') as NodePath<Node>) === 'useState';
      const [initial] = isState ? call.children('arguments') : [];
      if (initial && id.node.elements[0] === binding.identifier) {
        const values = initial.isFunction() ? returnValues(initial) : [initial];
        return this.agreeing(
          values,
          () => message('cause/different-values', { name }),
          message('cause/not-given', { name }),
        );
      }
    }
    if (!id.isIdentifier()) return unknown(message('cause/array-element', { name }));
    const origin = this.joined(
      [this.valueOf(init as NodePath<Node>), ...this.assigned(binding, name)],
      () => message('cause/different-values', { name }),
      message('cause/not-given', { name }),
    );
    return origin.kind === 'foreign' && origin.own && isFilled(binding, this.expression)
      ? { kind: 'derived', what: name }
      : origin;
  }

  /** The values that a name gets after its declaration. */
  private assigned(binding: Binding, name: string): Origin[] {
    const { values, isOpen } = assignedTo(binding);
    const origins = values.map(this.valueOf);
    return isOpen ? [...origins, unknown(message('cause/changed', { name }))] : origins;
  }

  private destructured(
    pattern: NodePath<Node>,
    init: NodePath<Node | null | undefined>,
    binding: Binding,
  ): Origin {
    const { name } = binding.identifier;
    for (const property of pattern.children('properties')) {
      if (property.isRestElement() && (property.node.argument as Node) === binding.identifier) {
        const source = this.expression(init);
        return source.kind === 'platform' || source.kind === 'derived'
          ? source
          : unknown(message('cause/rest', { name }));
      }
      if (!property.isObjectProperty()) continue;
      const target = property.child('value') as NodePath<Node>;
      const bound = target.isAssignmentPattern() ? target.node.left : target.node;
      if (bound !== binding.identifier) continue;
      const key = staticName(property.child('key'), property.node.computed);
      if (key === undefined) return unknown(message('cause/computed-key', { name }));
      const taken = this.memberOf(init, key, () => name);
      return target.isAssignmentPattern()
        ? this.joined([taken, this.expression(target.child('right'))], () =>
            message('cause/default', { name }),
          )
        : taken;
    }
    return unknown(message('cause/nested', { name }));
  }

  private member(path: NodePath<Node>): Origin {
    const node = path.node as { computed: boolean } & Node;
    const property = staticName(path.child('property') as NodePath<Node>, node.computed);
    if (property === undefined) return unknown(message('cause/computed-member'));
    return this.memberOf(path.child('object'), property, () => shown(path));
  }

  /** The origin of `object.property`. */
  private memberOf(value: NodePath<Node | null | undefined>, property: string, text: () => string): Origin {
    const origin = this.memberInFile(value, property, text);
    if (origin === NOTHING || (origin.kind !== 'unknown' && !holdsGlobalProperties(value))) return origin;
    const place = mayBeComponent(value) ? this.globalPlace(property) : undefined;
    if (place !== undefined) return { kind: 'unknown', reason: manual.globalProperty(text(), place) };
    // A member of the platform object is not the platform object.
    return isGlobalProperty(origin)
      ? unknown(message('cause/unfollowed-property', { name: text() }))
      : origin;
  }

  /** The origin of `object.property`, as far as the file shows it. */
  private memberInFile(
    value: NodePath<Node | null | undefined>,
    property: string,
    text: () => string,
  ): Origin {
    const object = unwrap(value);
    const ofWeb =
      isUnbound(object) && webMember((object.node as { name: string } & Node).name, property, text);
    if (ofWeb) return ofWeb;
    if (object.isThisExpression()) {
      // A framework passes the app's own data to a component, not the platform.
      if (/^(props|state|data)$/.test(property)) return own(ignored.ownMethod());
      return this.ofThis.of(object, property, text());
    }
    if (object.isMemberExpression() && object.child('object').isThisExpression()) {
      const holder = staticName(object.child('property') as NodePath<Node>, object.node.computed);
      if (holder === 'data' || holder === 'state') return this.ofThis.ofData(object, property, text());
    }
    if (property === 'current' || property === 'value') {
      const held = this.refValue(object, text());
      if (held) return held;
    }
    const origin = this.expression(object);
    if (origin === NOTHING) return origin;
    if (origin.kind === 'platform') {
      if (property === 'default') return origin;
      return property === PLATFORM_COPY
        ? { kind: 'derived', what: text() }
        : foreign(ignored.otherObject(text()));
    }
    if (origin.kind === 'foreign' && (!origin.own || origin.isGlobal)) return memberOfForeign(origin);
    const held = this.property(object as NodePath<Node>, property, text());
    if (held !== NOTHING) return held;
    if (origin.kind === 'foreign' && origin.isApp && !isNamedLikePlatform(property))
      return this.partOfApp(object as NodePath<Node>, property, text());
    return origin.kind === 'unknown'
      ? origin
      : unknown(message('cause/unfollowed-property', { name: text() }));
  }

  /** `useRef(x).current`: the value of the ref. */
  private refValue(object: NodePath<Node | null | undefined>, text: string): Origin | undefined {
    const held = heldByRef(object);
    if (!held) return undefined;
    return this.solver.solve(held.key, () => {
      const origin = this.agreeing(
        held.values,
        () => message('cause/different-values', { name: text }),
        message('cause/not-given-in-file', { name: text }),
      );
      return held.isOpen ? uncertain(origin, message('cause/other-value', { name: text })) : origin;
    });
  }

  /**
   * A property of an object that cannot be followed, unless the file assigns it something made from the
   * platform.
   */
  private property(object: NodePath<Node>, name: string, text: string): Origin {
    return this.solver.solve(`.${name}`, () =>
      this.held.isDerived(name, object) ? { kind: 'derived', what: text } : NOTHING,
    );
  }

  /** A property of the app's own object, unless the file assigns it something that may be the platform. */
  private partOfApp(object: NodePath<Node>, name: string, text: string): Origin {
    return this.solver.solve(`app.${name}`, () => {
      const origins = this.held.valuesOf(name, object).map(this.valueOf);
      const isOwn = origins.every(
        (origin) => origin === NOTHING || origin === MISSING || (origin.kind === 'foreign' && !origin.result),
      );
      return isOwn ? APP : unknown(message('cause/unfollowed-property', { name: text }));
    });
  }

  private call(path: NodePath<Node>): Origin {
    const required = requiredModule(path);
    if (required !== undefined) return this.unlessSuppressed(path, () => moduleOrigin(required));
    const callee = unwrap(path.child('callee') as NodePath<Node>);
    const [argument] = path.children('arguments');
    if (argument && isInteropHelper(callee)) return this.expression(argument);
    if (isUnbound(callee, 'getApp')) return appOf(path);
    if (isUnbound(callee, 'requirePlugin')) return foreign(ignored.otherObject(message('what/plugin')));
    if (callee.isMemberExpression() || callee.isOptionalMemberExpression()) {
      const name = staticName(callee.child('property') as NodePath<Node>, callee.node.computed);
      const origin = this.expression(callee.child('object'));
      if (origin === NOTHING) return origin;
      const what = name === undefined ? message('what/other-result') : message('what/result', { name });
      const result = foreign(ignored.otherObject(what));
      if (origin.kind === 'platform' && name === 'getApp') return appOf(path);
      if (origin.kind === 'platform') return this.givenBy(name, result, origin.globals);
      if (isMadeFromPlatform(path, this.expression)) return { kind: 'derived', what };
      if (origin.kind === 'foreign' && (!origin.own || origin.isGlobal)) return result;
    }
    const member = this.platformMember(callee);
    if (member === 'getApp') return appOf(path);
    if (callee.isIdentifier() && member !== undefined) {
      const result = foreign(ignored.otherObject(message('what/result', { name: callee.node.name })));
      return this.givenBy(member, result);
    }
    const returned = this.returned(path);
    if (returned && returned.kind !== 'unknown') return returned;
    if (isMadeFromPlatform(path, this.expression)) return { kind: 'derived', what: message('what/call') };
    return returned ?? unknown(message('cause/call'));
  }

  /** The result of calling a platform member. */
  private givenBy(api: string | undefined, result: Foreign, globals: readonly string[] = []): Origin {
    return api !== undefined && this.resultApis.has(api) ? { ...result, result: { api, globals } } : result;
  }

  /** The return value of a function of this file, or of the one passed to `useMemo`. */
  private returned(call: NodePath<Node>): Origin | undefined {
    const called = calledFunction(call);
    if (!called) return undefined;
    const what = message('cause/different-results');
    const origin = this.solver.solve(called.node, () =>
      this.agreeing(returnValues(called), () => what, what),
    );
    // Replacing `getTaro().startRecord` would remove the call of `getTaro` and its side effects.
    return origin.kind === 'platform' ? undefined : origin;
  }

  private awaited(path: NodePath<Node>): Origin {
    const argument = unwrap(path);
    if (argument.isCallExpression() && argument.child('callee').isImport()) {
      const [source] = argument.node.arguments;
      return source?.type === 'StringLiteral'
        ? this.unlessSuppressed(argument, () => moduleOrigin(source.value))
        : unknown(message('cause/computed-import'));
    }
    return this.expression(argument);
  }

  private object(path: NodePath<Node>): Origin {
    const isCopy = (path.children('properties') as NodePath<Node>[]).some(
      (property) =>
        property.isSpreadElement() &&
        /^(platform|derived)$/.test(this.expression(property.child('argument')).kind),
    );
    return isCopy
      ? { kind: 'derived', what: message('what/copy') }
      : own(ignored.ownObject(message('what/own-object')));
  }

  private unlessSuppressed(imported: NodePath<Node>, origin: () => Origin): Origin {
    return this.analysis.suppressions.cover(imported) ? foreign(ignored.suppressed()) : origin();
  }

  private agreeing(values: readonly NodePath<Node>[], otherwise: () => Message, none?: Message): Origin {
    return this.joined(values.map(this.valueOf), otherwise, none);
  }

  private readonly valueOf = (path: NodePath<Node>): Origin =>
    isNothing(path) ? MISSING : this.expression(path);

  /** The common origin of all values, ignoring null and undefined. */
  private joined(origins: readonly Origin[], otherwise: () => Message, none?: Message): Origin {
    const given = origins.filter((origin) => origin !== MISSING);
    const known = given.filter((origin) => origin !== NOTHING);
    if (known.length === 0) return given.length > 0 ? NOTHING : unknown(none ?? otherwise());
    const result = shared(known) ?? unknown(otherwise());
    return given.length < origins.length ? maybe(result) : result;
  }
}

/** The result of a call of `getApp`. Types tell more about the parts of `getApp<Type>()`. */
function appOf({ node }: NodePath<Node>): Origin {
  const isTyped =
    ('typeParameters' in node && node.typeParameters) || ('typeArguments' in node && node.typeArguments);
  return isTyped ? own(ignored.appMethod()) : APP;
}

/** Adds the type annotation. */
function parameter(name: string, node: Node): Message {
  const type = typed(node);
  return type === undefined
    ? message('cause/parameter', { name })
    : message('cause/typed-parameter', { name, type });
}
