/**
 * WeChat's JS-SDK for web pages: another API on a global with the same name, `wx`, and members of the same
 * names (https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html).
 */

/** Members that only the JS-SDK has. A file that calls `wx.config(…)` uses that `wx`. */
const MEMBER =
  /^(config|ready|error|checkJsApi|onMenuShare\w+|update(AppMessage|Timeline)ShareData|onVoice(Record|Play)End|(upload|download|translate)Voice|(upload|download)Image|getLocalImgData|(show|hide)(OptionMenu|MenuItems|AllNonBaseMenuItem)|scanQRCode|chooseWXPay|closeWindow|miniProgram|agentConfig)$/;

/** Whether a member access on a host global shows that the global is the JS-SDK. */
export function isJsSdkMember(name: string | undefined): boolean {
  return name !== undefined && MEMBER.test(name);
}

/** Names of data that only the JS-SDK returns or accepts. */
export function isJsSdkData(name: string | undefined): boolean {
  return name === 'localId' || name === 'localIds' || name === 'jsApiList';
}

/** Packages that publish the JS-SDK. */
export function isJsSdkModule(specifier: string): boolean {
  return /(^|\/)(weixin-js-sdk|weixin-jsapi|jweixin|wechat-js-sdk|weixin-sdk-js)/.test(specifier);
}
