/** The module whose default, namespace and named exports carry the platform's APIs. */
export const TARO_MODULE = '@tarojs/taro';

/** The objects that mini-program hosts put into the global scope. */
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

/** The global objects of a web page: `window.wx` is WeChat's JS-SDK for web pages, a different API. */
export const WEB_GLOBALS: ReadonlySet<string> = new Set(['window', 'self', 'top', 'parent']);
