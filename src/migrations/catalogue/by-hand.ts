import type { Advice, CatalogueEntry } from './entry';

const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev';

/** A function of `wx` that moved to FileSystemManager. The typings no longer contain it. */
const file = (api: string): CatalogueEntry => ({
  platform: 'weapp',
  api,
  since: '1.9.9',
  replacements: [{ name: 'FileSystemManager', since: '1.9.9' }],
  page: `${DOCS}/api/file/wx.${api}.html`,
});

const AVATAR = { name: '<button> chooseAvatar', since: '2.21.2' };
const NICKNAME = { name: '<input> nickname', since: '2.21.2' };

/** Deprecated APIs without a tag in the typings. */
export const untagged: readonly CatalogueEntry[] = [
  file('saveFile'),
  file('getSavedFileList'),
  file('removeSavedFile'),
  file('getFileInfo'),
  {
    platform: 'weapp',
    // Removed on a date, whatever the base library.
    api: 'getUserInfo',
    replacements: [AVATAR, NICKNAME],
    page: `${DOCS}/api/open-api/user-info/wx.getUserInfo.html`,
  },
  {
    platform: 'weapp',
    api: 'getUserProfile',
    since: '2.27.1',
    replacements: [AVATAR, NICKNAME],
    page: `${DOCS}/api/open-api/user-info/wx.getUserProfile.html`,
  },
  {
    platform: 'alipay',
    api: 'httpRequest',
    replacements: [{ name: 'request' }],
    page: 'https://opendocs.alipay.com/mini/api/owycmh',
  },
];

/**
 * The APIs that must be replaced: the host has removed them (users get placeholders, silk files that only it
 * plays, or nothing at all), or prints a warning at every call. All others are advisory.
 */
export const required: readonly string[] = [
  'startRecord',
  'stopRecord',
  'playVoice',
  'pauseVoice',
  'stopVoice',
  'getSystemInfo',
  'getSystemInfoSync',
  'getSystemInfoAsync',
  'getUserInfo',
  'getUserProfile',
  'faceDetect',
  'initFaceDetect',
  'stopFaceDetect',
  'setTopBarText',
  'getClipboard',
];

/** The advice for APIs that are only reported. Once a migration handles an API, its line here is unused. */
export const advice: readonly Advice[] = [
  {
    apis: ['createCanvasContext'],
    use: {
      en: "<canvas type=\"2d\"> and its node's getContext('2d')",
      zh: '<canvas type="2d"> 节点的 getContext(\'2d\')',
    },
    why: {
      en: 'Canvas 2D needs a different template and returns its node asynchronously',
      zh: 'Canvas 2D 需要修改模板，且节点需异步获取',
    },
    guide: `${DOCS}/framework/ability/canvas-legacy-migration.html`,
  },
  {
    apis: ['CanvasContext.setFontSize'],
    why: { en: 'the property also sets the font family', zh: '新属性还包含字体名称' },
  },
  {
    apis: ['CanvasContext.setLineDash'],
    why: {
      en: 'the property only sets the offset, and none sets the pattern',
      zh: '新属性只能设置偏移量，无法设置线段长度',
    },
  },
  {
    apis: ['createAudioContext'],
    use: {
      en: 'createInnerAudioContext() in place of the <audio> component',
      zh: 'createInnerAudioContext() 代替 <audio> 组件',
    },
    why: { en: 'the component must also be removed from the template', zh: '模板中的组件也要删除' },
  },
  {
    apis: ['AudioContext.setSrc'],
    use: 'InnerAudioContext.src',
    why: { en: 'it is now a property', zh: '已改为属性' },
  },
  ...['play', 'pause', 'seek'].map(
    (name): Advice => ({
      apis: [`AudioContext.${name}`],
      use: `InnerAudioContext.${name}`,
      why: { en: 'the context must be an InnerAudioContext', zh: '需要先换成 InnerAudioContext' },
    }),
  ),
  {
    apis: ['chooseImage', 'chooseVideo'],
    why: { en: 'the picker and the result are different', zh: '选择界面和返回结果都不同' },
  },
  {
    apis: ['reportAnalytics', 'reportMonitor'],
    why: { en: 'the event must be configured in the console first', zh: '需要先在管理后台配置事件' },
  },
  {
    apis: ['getShareInfo'],
    why: {
      en: 'the replacement describes how the app was opened and takes no shareTicket',
      zh: '新接口不使用 shareTicket，返回的是进入小程序时的信息',
    },
  },
  {
    apis: ['arrayBufferToBase64', 'base64ToArrayBuffer'],
    use: { en: 'a package such as base64-arraybuffer', zh: 'base64-arraybuffer 等第三方包' },
    why: { en: 'the platform has no replacement', zh: '平台没有替代接口' },
  },
  {
    apis: ['MapContext.translateMarker'],
    why: {
      en: 'the replacement takes a path instead of a destination and an angle',
      zh: '新接口的参数是路径，而不是终点和角度',
    },
  },
  {
    apis: ['initFaceDetect', 'faceDetect', 'stopFaceDetect'],
    why: { en: 'the replacement is an event-based session', zh: '新接口改为会话形式，通过事件返回结果' },
  },
  {
    apis: ['getUserInfo', 'getUserProfile'],
    use: {
      en: '<button open-type="chooseAvatar"> and <input type="nickname">',
      zh: '<button open-type="chooseAvatar"> 和 <input type="nickname">',
    },
    why: {
      en: 'it now returns placeholder data; let users enter the data in these components, and upload the avatar, which is a temporary file',
      zh: '现在只返回匿名信息，需由用户在组件中填写；头像是临时文件，需要上传',
    },
  },
  { apis: ['setTopBarText', 'setWindowSize'], why: { en: 'it has no replacement', zh: '没有替代接口' } },
  {
    apis: ['getClipboard'],
    why: {
      en: "only apps on the host's allowlist can read the clipboard",
      zh: '仅客户端白名单内的小程序可以读取剪贴板',
    },
  },
  {
    apis: ['closeSocket'],
    use: 'SocketTask.close',
    why: { en: 'an app can have several sockets', zh: '小程序可以同时有多个连接' },
  },
  {
    apis: ['getParentAppId'],
    why: { en: 'the replacement returns its result synchronously', zh: '新接口同步返回结果' },
  },
  {
    apis: ['httpRequest'],
    why: { en: 'the fields for headers and status have different names', zh: '请求头和状态码的字段名不同' },
  },
];
