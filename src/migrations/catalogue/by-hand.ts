import type { Advice, CatalogueEntry } from './entry';

const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev';

/** A function of `wx` that moved to FileSystemManager. The typings do not have it any more. */
const file = (api: string): CatalogueEntry => ({
  platform: 'weapp',
  api,
  since: '1.9.9',
  replacements: [{ name: 'FileSystemManager', since: '1.9.9' }],
  page: `${DOCS}/api/file/wx.${api}.html`,
});

const AVATAR = { name: '<button> chooseAvatar', since: '2.21.2' };
const NICKNAME = { name: '<input> nickname', since: '2.21.2' };

/** Deprecated APIs that no typings tag. */
export const untagged: readonly CatalogueEntry[] = [
  file('saveFile'),
  file('getSavedFileList'),
  file('removeSavedFile'),
  file('getFileInfo'),
  {
    platform: 'weapp',
    // Withdrawn on a day, whatever the base library.
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
 * The APIs that have to go: their host has withdrawn them (users get placeholders, silk files that nothing else plays, or nothing
 * at all), or prints a warning at every call. All others are advised.
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

/** What to do about APIs that are only reported. A migration that takes one on comes before its line here. */
export const advice: readonly Advice[] = [
  {
    apis: ['createCanvasContext'],
    use: {
      en: "<canvas type=\"2d\"> and its node's getContext('2d')",
      zh: '<canvas type="2d"> 节点的 getContext(\'2d\')',
    },
    why: {
      en: 'Canvas 2D needs another template, and gives its node later',
      zh: 'Canvas 2D 需要修改模板，并且异步获取节点',
    },
    guide: `${DOCS}/framework/ability/canvas-legacy-migration.html`,
  },
  {
    apis: ['CanvasContext.setShadow'],
    why: { en: 'four properties take its place', zh: '已改为四个属性' },
  },
  {
    apis: ['CanvasContext.setFontSize'],
    why: { en: 'the property sets the family as well', zh: '这个属性同时设置字体' },
  },
  {
    apis: ['CanvasContext.setLineDash'],
    why: {
      en: 'the property takes the offset, and none takes the pattern',
      zh: '这个属性只是偏移量，没有属性对应线段长度',
    },
  },
  {
    apis: ['createAudioContext'],
    use: {
      en: 'createInnerAudioContext() in place of the <audio> component',
      zh: 'createInnerAudioContext() 代替 <audio> 组件',
    },
    why: { en: 'the component in the template goes as well', zh: '模板中的组件也要删除' },
  },
  {
    apis: ['AudioContext.setSrc'],
    use: 'InnerAudioContext.src',
    why: { en: 'a property takes its place', zh: '已改为属性' },
  },
  ...['play', 'pause', 'seek'].map(
    (name): Advice => ({
      apis: [`AudioContext.${name}`],
      use: `InnerAudioContext.${name}`,
      why: { en: 'the context has to be an InnerAudioContext', zh: '需要先换成 InnerAudioContext' },
    }),
  ),
  {
    apis: ['chooseImage', 'chooseVideo'],
    why: { en: 'the picker looks different, and so does the result', zh: '选择界面和返回结果都不同' },
  },
  {
    apis: ['reportAnalytics', 'reportMonitor'],
    why: { en: 'the event must exist in the console first', zh: '需要先在管理后台配置事件' },
  },
  {
    apis: ['getShareInfo'],
    why: {
      en: 'it answers for the way into the app, without a shareTicket',
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
      en: 'it takes a path, and neither a destination nor an angle',
      zh: '新接口的参数是路径，不是终点和角度',
    },
  },
  {
    apis: ['initFaceDetect', 'faceDetect', 'stopFaceDetect'],
    why: { en: 'it is a session with events', zh: '新接口是带事件的会话' },
  },
  {
    apis: ['getUserInfo', 'getUserProfile'],
    use: {
      en: '<button open-type="chooseAvatar"> and <input type="nickname">',
      zh: '<button open-type="chooseAvatar"> 和 <input type="nickname">',
    },
    why: {
      en: 'it only returns placeholders now, and users fill in components instead',
      zh: '已只返回匿名信息，需要用户在组件中填写',
    },
  },
  { apis: ['setTopBarText', 'setWindowSize'], why: { en: 'it has no replacement', zh: '没有替代接口' } },
  {
    apis: ['getClipboard'],
    why: {
      en: 'only apps on a list of the host may read the clipboard',
      zh: '仅客户端白名单内的小程序可以读取剪贴板',
    },
  },
  {
    apis: ['closeSocket'],
    use: 'SocketTask.close',
    why: { en: 'an app may have several sockets', zh: '小程序可以同时有多个连接' },
  },
  { apis: ['getParentAppId'], why: { en: 'it returns its result directly', zh: '新接口同步返回结果' } },
  {
    apis: ['httpRequest'],
    why: { en: 'headers and status have other names', zh: '请求头和状态码的字段名不同' },
  },
];
