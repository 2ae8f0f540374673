import type { Localized } from '../../messages/message';

/** The level of an API: removed or warned about by its host, or only superseded. */
export type Level = 'required' | 'advised';

/** The replacement of an API, and the base library from which it exists. */
export interface Substitute {
  readonly name: string;
  readonly since?: string;
}

/** A deprecated API of one platform. */
export interface CatalogueEntry {
  /** As in `process.env.TARO_ENV`. */
  readonly platform: string;
  /** Name of the API, or object and member: `CanvasContext.setFillStyle`. */
  readonly api: string;
  /** The API that returns the object, if it is one of the platform's. */
  readonly of?: string;
  /** The base library from which it is deprecated. */
  readonly since?: string;
  readonly replacements: readonly Substitute[];
  /** The platform's documentation page. */
  readonly page?: string;
}

/** What to write instead of an API that is only reported, and why it cannot be rewritten automatically. */
export interface Advice {
  readonly apis: readonly string[];
  /** Code or text. Default: the names of the replacements. Undefined if there is none. */
  readonly use?: string | Localized;
  readonly why: Localized;
  /** A page with more details than that of the API. */
  readonly guide?: string;
}
