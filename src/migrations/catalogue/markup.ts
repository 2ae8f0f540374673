import type { Localized } from '../../messages/message';
import type { MarkupMember, Syntax } from '../markup';
import type { Level } from './entry';

/** A deprecated component, or deprecated attributes, events or keys, with the replacement. */
export interface MarkupEntry {
  /** The platforms whose hosts have deprecated it, as in `process.env.TARO_ENV`. */
  readonly platforms: readonly string[];
  /** As in `MarkupRule`. */
  readonly tag: string;
  /** Without members, the component itself is deprecated. */
  readonly members?: readonly MarkupMember[];
  /** Default: all. */
  readonly syntaxes?: readonly Syntax[];
  /** WeChat's base library from which it is deprecated. */
  readonly since?: string;
  readonly level: Level;
  /** Code or text. Undefined if there is no replacement. */
  readonly use?: string | Localized;
  readonly why: Localized;
  /** The platform's documentation, or its announcement. */
  readonly page: string;
  /** The new name of the attribute if nothing else changes with it. */
  readonly rename?: string;
  /** The element is fine with one of these attributes. */
  readonly unless?: readonly string[];
}

const COMPONENT = 'https://developers.weixin.qq.com/miniprogram/dev/component';
const COMMUNITY = 'https://developers.weixin.qq.com/community/develop/doc';

const PROFILE = {
  en: '<button open-type="chooseAvatar"> and <input type="nickname">',
  zh: '<button open-type="chooseAvatar"> 和 <input type="nickname">',
};
const ANONYMOUS = {
  en: 'WeChat now shows and returns placeholder data; let users enter the data in these components, and upload the avatar, which is a temporary file',
  zh: '现在只返回匿名信息，需由用户在组件中填写；头像是临时文件，需要上传',
};
const RENAMED = { en: 'the attribute has a new name', zh: '属性已改名' };

/** From a remark in Taro's typings. */
const OPTION_MENU = {
  platforms: ['alipay'],
  level: 'advised',
  why: { en: 'Alipay is going to withdraw the key', zh: '支付宝即将废弃该配置' },
  page: 'https://docs.taro.zone/docs/app-config',
} as const;

/** Facts that the typings do not say, or say only in remarks. */
export const markupCatalogue: readonly MarkupEntry[] = [
  {
    platforms: ['weapp'],
    tag: '*',
    members: [{ attribute: 'wx:for-items' }],
    syntaxes: ['wxml'],
    level: 'advised',
    use: 'wx:for',
    // WeChat's compiler writes the same code for both.
    rename: 'wx:for',
    why: RENAMED,
    page: 'https://developers.weixin.qq.com/miniprogram/dev/reference/wxml/list.html',
  },
  {
    // Douyin has the value too, and has not deprecated it.
    platforms: ['weapp'],
    tag: 'button',
    members: [{ attribute: 'open-type', values: ['getUserInfo'] }, { event: 'GetUserInfo' }],
    level: 'required',
    use: PROFILE,
    why: ANONYMOUS,
    page: `${COMMUNITY}/000cacfa20ce88df04cb468bc52801`,
  },
  {
    platforms: ['weapp'],
    tag: 'open-data',
    members: [
      {
        attribute: 'type',
        values: [
          'userNickName',
          'userAvatarUrl',
          'userGender',
          'userCity',
          'userProvince',
          'userCountry',
          'userLanguage',
        ],
      },
    ],
    level: 'required',
    use: PROFILE,
    why: ANONYMOUS,
    page: `${COMPONENT}/open-data.html`,
  },
  {
    platforms: ['weapp'],
    tag: 'form',
    members: [{ attribute: 'report-submit' }],
    level: 'required',
    use: 'requestSubscribeMessage()',
    why: { en: 'WeChat has withdrawn template messages', zh: '微信已下线模板消息' },
    page: 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html',
  },
  {
    platforms: ['weapp'],
    tag: 'audio',
    since: '1.6.0',
    level: 'advised',
    use: 'createInnerAudioContext()',
    why: { en: 'WeChat no longer maintains the component', zh: '微信不再维护该组件' },
    page: `${COMPONENT}/audio.html`,
  },
  {
    platforms: ['weapp'],
    tag: 'canvas',
    members: [{ attribute: 'canvas-id' }],
    since: '2.9.0',
    level: 'advised',
    use: { en: 'type="2d" and id', zh: 'type="2d" 和 id' },
    why: {
      en: 'WeChat no longer maintains the old canvas, and Canvas 2D returns its node asynchronously',
      zh: '微信不再维护旧版 Canvas，而 Canvas 2D 的节点需异步获取',
    },
    page: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/canvas-legacy-migration.html',
    unless: ['type'],
  },
  {
    platforms: ['weapp'],
    tag: 'text',
    members: [{ attribute: 'selectable' }],
    since: '2.12.1',
    level: 'advised',
    use: 'user-select',
    why: {
      en: 'the new attribute displays the text as inline-block',
      zh: '新属性会使文本节点显示为 inline-block',
    },
    page: `${COMPONENT}/text.html`,
    unless: ['user-select'],
  },
  {
    platforms: ['weapp'],
    tag: 'input',
    members: [{ attribute: 'auto-focus' }],
    level: 'advised',
    use: 'focus',
    why: RENAMED,
    page: `${COMPONENT}/input.html`,
    unless: ['focus'],
  },
  {
    platforms: ['weapp', 'tt'],
    tag: 'progress',
    members: [{ attribute: 'color' }],
    level: 'advised',
    use: 'active-color',
    why: RENAMED,
    page: `${COMPONENT}/progress.html`,
    unless: ['active-color'],
  },
  {
    platforms: ['weapp', 'tt'],
    tag: 'slider',
    members: [{ attribute: 'color' }],
    level: 'advised',
    use: 'background-color',
    why: RENAMED,
    page: `${COMPONENT}/slider.html`,
    unless: ['background-color'],
  },
  {
    platforms: ['weapp', 'tt'],
    tag: 'slider',
    members: [{ attribute: 'selected-color' }],
    level: 'advised',
    use: 'active-color',
    why: RENAMED,
    page: `${COMPONENT}/slider.html`,
    unless: ['active-color'],
  },
  {
    platforms: ['weapp'],
    tag: 'live-player',
    members: [{ attribute: 'background-mute' }],
    level: 'advised',
    why: { en: 'the player is always muted in the background', zh: '进入后台时默认静音' },
    page: `${COMPONENT}/live-player.html`,
  },
  {
    platforms: ['weapp'],
    tag: 'live-pusher',
    members: [{ attribute: 'muted' }],
    level: 'advised',
    use: 'enable-mic',
    why: { en: 'the new attribute has the opposite meaning', zh: '新属性的含义相反' },
    page: `${COMPONENT}/live-pusher.html`,
    unless: ['enable-mic'],
  },
  {
    platforms: ['weapp'],
    tag: 'live-pusher',
    members: [{ attribute: 'mirror' }],
    level: 'advised',
    use: 'remote-mirror',
    why: RENAMED,
    page: `${COMPONENT}/live-pusher.html`,
    unless: ['remote-mirror'],
  },
  {
    platforms: ['weapp'],
    tag: 'map',
    members: [{ attribute: 'covers' }],
    level: 'advised',
    use: 'markers',
    why: { en: 'WeChat is going to remove the attribute', zh: '微信即将移除该属性' },
    page: `${COMPONENT}/map.html`,
  },
  {
    platforms: ['weapp'],
    tag: 'map',
    members: [{ attribute: 'controls' }, { event: 'ControlTap' }],
    level: 'advised',
    use: '<cover-view>',
    why: { en: 'WeChat is going to withdraw map controls', zh: '微信即将废弃地图控件' },
    page: `${COMPONENT}/map.html`,
  },
  {
    platforms: ['weapp'],
    tag: 'contact-button',
    level: 'advised',
    use: '<button open-type="contact">',
    why: { en: 'WeChat no longer documents the component', zh: '微信文档已移除该组件' },
    page: `${COMPONENT}/button.html`,
  },
  {
    platforms: ['qq'],
    tag: 'button',
    members: [{ attribute: 'share-type' }],
    level: 'advised',
    use: 'share-mode',
    why: { en: 'the new attribute takes different values', zh: '新属性的取值不同' },
    page: 'https://q.qq.com/wiki/develop/miniprogram/component/form/button.html',
    unless: ['share-mode'],
  },
  {
    platforms: ['weapp'],
    tag: 'app.json',
    members: [{ key: 'navigateToMiniProgramAppIdList' }],
    level: 'advised',
    why: {
      en: 'since April 24, 2020, WeChat opens other mini programs without this list',
      zh: '自 2020 年 4 月 24 日起，跳转其他小程序无需声明跳转名单',
    },
    page: 'https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.navigateToMiniProgram.html',
  },
  { ...OPTION_MENU, tag: 'app.json', members: [{ key: 'window.optionMenu' }] },
  { ...OPTION_MENU, tag: 'page.json', members: [{ key: 'optionMenu' }] },
];
