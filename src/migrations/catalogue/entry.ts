import type { Localized } from '../../messages/message';

/** How much an API matters: withdrawn or warned about by its host, or only superseded. */
export type Level = 'required' | 'advised';

/** What takes the place of an API, and the base library from which it is there. */
export interface Substitute {
  readonly name: string;
  readonly since?: string;
}

/** A deprecated API of one platform. */
export interface CatalogueEntry {
  /** As in `process.env.TARO_ENV`. */
  readonly platform: string;
  /** Bare name, or object and member: `CanvasContext.setFillStyle`. */
  readonly api: string;
  /** The API that returns the object, where it is one of the platform's. */
  readonly of?: string;
  /** The base library from which it is deprecated. */
  readonly since?: string;
  readonly replacements: readonly Substitute[];
  /** The platform's page on it. */
  readonly page?: string;
}

/** What to write in place of an API that is only reported, and why no machine does it. */
export interface Advice {
  readonly apis: readonly string[];
  /** Code, or words. Default: the names of the replacements. Missing for what has none. */
  readonly use?: string | Localized;
  readonly why: Localized;
  /** A page that says more than that of the API. */
  readonly guide?: string;
}
