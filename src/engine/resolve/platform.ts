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

/** Members that only the JS-SDK for web pages has: a file that calls `wx.config(…)` means that `wx`. */
const JS_SDK_MEMBER =
  /^(config|ready|error|checkJsApi|onMenuShare\w+|update(AppMessage|Timeline)ShareData|onVoice(Record|Play)End|(upload|download|translate)Voice|(upload|download)Image|getLocalImgData|(show|hide)(OptionMenu|MenuItems|AllNonBaseMenuItem)|scanQRCode|chooseWXPay|closeWindow)$/;

/** Whether a member access on a host's global shows that global to be the JS-SDK for web pages. */
export function isJsSdkMember(name: string | undefined): boolean {
  return name !== undefined && JS_SDK_MEMBER.test(name);
}

/** Names of data that only the JS-SDK hands out or takes. */
export function isJsSdkData(name: string | undefined): boolean {
  return name === 'localId' || name === 'jsApiList';
}

/** Packages that publish the JS-SDK for web pages. */
export function isJsSdkModule(specifier: string): boolean {
  return /(^|\/)(weixin-js-sdk|weixin-jsapi|jweixin|wechat-js-sdk|weixin-sdk-js)/.test(specifier);
}
