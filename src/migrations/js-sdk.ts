/**
 * WeChat's JS-SDK for web pages: another API on a global of the same name, `wx`, with members of the same names
 * (https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html).
 */

/** Members that only the JS-SDK has: a file that calls `wx.config(…)` means that `wx`. */
const MEMBER =
  /^(config|ready|error|checkJsApi|onMenuShare\w+|update(AppMessage|Timeline)ShareData|onVoice(Record|Play)End|(upload|download|translate)Voice|(upload|download)Image|getLocalImgData|(show|hide)(OptionMenu|MenuItems|AllNonBaseMenuItem)|scanQRCode|chooseWXPay|closeWindow|miniProgram|agentConfig)$/;

/** Whether a member access on a host's global shows that global to be the JS-SDK. */
export function isJsSdkMember(name: string | undefined): boolean {
  return name !== undefined && MEMBER.test(name);
}

/** Names of data that only the JS-SDK hands out or takes. */
export function isJsSdkData(name: string | undefined): boolean {
  return name === 'localId' || name === 'localIds' || name === 'jsApiList';
}

/** Packages that publish the JS-SDK. */
export function isJsSdkModule(specifier: string): boolean {
  return /(^|\/)(weixin-js-sdk|weixin-jsapi|jweixin|wechat-js-sdk|weixin-sdk-js)/.test(specifier);
}
