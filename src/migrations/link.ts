/**
 * What connects calls with an element: the value of an attribute. The element and all calls with its value are changed
 * together or not at all.
 */
export interface Link {
  /** In kebab-case: `canvas`. */
  readonly tag: string;
  /** In kebab-case: `canvas-id`. */
  readonly attribute: string;
  /** The attribute that gets the same value, by which code finds the element. */
  readonly copy: string;
  /** The APIs with the place of the value: the index of an argument, or an option of the first one. */
  readonly apis: Readonly<Record<string, number | string>>;
}
