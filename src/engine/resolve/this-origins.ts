import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { message } from '../../messages/format';
import type { Message } from '../../messages/message';
import { ignored } from '../../messages/reasons';
import { annotatedContext, typed } from './annotations';
import { foreign, given, maybe, NOTHING, type Origin, shared, uncertain, unknown } from './origin';
import { ThisMembers } from './this-members';
import { thisOwner } from './this-owner';
import { ThisWrites, type Values, type Written } from './this-writes';

/** Resolves the origin of members of `this`. */
export class ThisOrigins {
  private readonly members = new ThisMembers();
  private readonly writes = new ThisWrites();
  private readonly ids = new Map<unknown, number>();

  /**
   * @param resolve resolves one expression
   * @param agreeing resolves all possible values of the same thing
   * @param solve answers a question once, by its key
   */
  constructor(
    private readonly resolve: (path: NodePath<Node>) => Origin,
    private readonly agreeing: (
      values: readonly NodePath<Node>[],
      otherwise: () => Message,
      none: Message,
    ) => Origin,
    private readonly solve: (key: unknown, answer: () => Origin) => Origin,
  ) {}

  /** `this.name` */
  of(self: NodePath<Node>, name: string, text: string): Origin {
    const declared = this.members.declarationOf(self, name);
    const context = declared && annotatedContext(declared.node);
    if (declared?.isParameter && !context) return given(constructorParameter(text, declared.node));
    const origin = this.valueOf(self, name, text);
    const isKnown = origin.kind === 'foreign' && origin.result;
    return context && !isKnown ? { ...foreign(ignored.otherObject(context)), annotated: context } : origin;
  }

  private valueOf(self: NodePath<Node>, name: string, text: string): Origin {
    return this.solve(this.keyOf(self, name), () => {
      const origin = this.given(this.members.of(self, name), text);
      if (origin.kind === 'platform') return this.confirmed(origin, this.writes.to(self, name), text);
      if (origin.kind !== 'foreign') return origin;
      const written = this.writes.to(self, name);
      if (written && listsOf(written).some(({ values }) => this.includePlatform(values)))
        return unknown(message('cause/different-values', { name: text }));
      return origin.result ? this.confirmed(origin, written, text) : origin;
    });
  }

  /**
   * `this.data.name` or `this.state.name`. Other files set them too, so they are never certainly the
   * platform.
   */
  ofData(self: NodePath<Node>, name: string, text: string): Origin {
    return this.solve(this.keyOf(self, `data.${name}`), () => {
      const origin = this.given(this.members.dataOf(self, name), text);
      return uncertain(origin, message('cause/other-value', { name: text }));
    });
  }

  /** The platform or the result of an API, if all values that the file assigns to the member agree. */
  private confirmed(origin: Origin, written: Written | undefined, text: string): Origin {
    const lists = written ? listsOf(written) : [];
    if (!written?.own.length || lists.some(({ isOpen }) => isOpen))
      return uncertain(origin, message('cause/other-value', { name: text }));
    const others = lists.map(({ values }) => this.given(values, text)).filter((other) => other !== NOTHING);
    if (others.length === 0) return NOTHING;
    const all = shared([origin, ...others]);
    return all?.kind === origin.kind
      ? maybe(all)
      : uncertain(origin, message('cause/different-values', { name: text }));
  }

  /** Whether one of the values is the platform, or made from it. */
  private includePlatform(values: readonly NodePath<Node>[]): boolean {
    const isPlatform = ({ kind }: Origin) => kind === 'platform' || kind === 'derived';
    const found = this.solve(
      `platform ${this.idOf(values)}`,
      () => values.map(this.resolve).find(isPlatform) ?? NOTHING,
    );
    return isPlatform(found);
  }

  /** The common origin of values, which several members may have. */
  private given(values: readonly NodePath<Node>[], text: string): Origin {
    const none = message('cause/not-given-in-file', { name: text });
    // All members without values share a list, but each message has its own name.
    if (values.length === 0) return unknown(none);
    return this.solve(`given ${this.idOf(values)}`, () =>
      this.agreeing(values, () => message('cause/different-values', { name: text }), none),
    );
  }

  /** A key for each member of each owner. */
  private keyOf(self: NodePath<Node>, name: string): string {
    const owner = thisOwner(self);
    const around = self.findParent((parent) => parent.isClass())?.node;
    return `${this.idOf(around)} ${this.idOf(owner?.key)} ${owner?.isStatic ?? ''} ${name}`;
  }

  private idOf(key: unknown): number {
    const id = this.ids.get(key) ?? this.ids.size;
    this.ids.set(key, id);
    return id;
  }
}

function listsOf({ own, outside }: Written): readonly Values[] {
  return [...own, ...outside];
}

function constructorParameter(name: string, node: Node): Message {
  const type = typed(node);
  return type === undefined
    ? message('cause/constructor-parameter', { name })
    : message('cause/typed-constructor-parameter', { name, type });
}
