import type { SearchedKind } from '../../migrations/mention-filter';

/** The platforms of native templates, as in `process.env.TARO_ENV`, by the extension of their files. */
const PLATFORMS: Readonly<Record<string, string>> = {
  wxml: 'weapp',
  axml: 'alipay',
  ttml: 'tt',
  qml: 'qq',
  swan: 'swan',
};

export const MARKUP_EXTENSIONS: readonly string[] = Object.keys(PLATFORMS).map((name) => `.${name}`);

/** Whether a file is a template of a native page or component. */
export function isMarkupFile(filename: string): boolean {
  return platformOfMarkup(filename) !== undefined;
}

/** The only platform that reads a native template. */
export function platformOfMarkup(filename: string): string | undefined {
  const extension = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(PLATFORMS, extension) ? PLATFORMS[extension] : undefined;
}

/** How a file is searched for what concerns migrations. */
export function searchedKind(path: string): SearchedKind {
  if (isMarkupFile(path)) return 'template';
  return path.endsWith('.vue') ? 'component' : 'script';
}
