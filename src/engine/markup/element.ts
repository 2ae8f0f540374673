import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import type { What } from '../../messages/reasons';
import type { MarkupAttribute, Syntax } from '../../migrations/markup';
import type { Range } from './scan';

/** An element of any syntax. */
export interface Element {
  /** In kebab-case. */
  readonly tag: string;
  readonly syntax: Syntax;
  /** The range of the tag's name. */
  readonly name: Range;
  /** What the tag is instead of a component of the host. */
  readonly other?: What;
  /** False if it may be another component. */
  readonly isCertain: boolean;
  readonly attributes: readonly ElementAttribute[];
  readonly isOpen: boolean;
  /** The offset for an attribute before all others. Undefined if there is no place for one. */
  readonly attributesAt?: number;
  /** Its node in a script. */
  readonly path?: NodePath;
}

/** An attribute with its place. */
export interface ElementAttribute extends MarkupAttribute {
  /** The range of the name without the prefix of the syntax, such as `:` in Vue. */
  readonly name: Range;
  /** The range of the value, with its quotes or braces if they belong to the syntax of scripts. */
  readonly value: Range | undefined;
  /** The offset after it. */
  readonly end: number;
  /** Whether the value is an expression in a Vue template. */
  readonly isBound?: boolean;
  /** The node of the value in a script. */
  readonly node?: Node;
}
