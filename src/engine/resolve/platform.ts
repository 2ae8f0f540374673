/** The module whose default, namespace and named exports have the platform's APIs. */
export const TARO_MODULE = '@tarojs/taro';

/** The global objects of mini-program hosts. */
export const PLATFORM_GLOBALS: ReadonlySet<string> = new Set([
  'wx',
  'tt',
  'my',
  'swan',
  'qq',
  'jd',
  'dd',
  'ks',
]);

/** Whether a name suggests that a property holds the platform or something made from it: `app.wxp`. */
export function isNamedLikePlatform(name: string): boolean {
  return PLATFORM_GLOBALS.has(name) || /wx|taro|api/i.test(name);
}

/** The global objects of a web page: `window.wx` is WeChat's JS-SDK for web pages, a different API. */
export const WEB_GLOBALS: ReadonlySet<string> = new Set(['window', 'self', 'top', 'parent']);
