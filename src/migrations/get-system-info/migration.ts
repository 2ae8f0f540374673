import { rewritten } from '../../messages/reasons';
import { share, split, splitLater } from '../handlers';
import { defineMigration } from '../migration';
import { fields } from './fields';

export default defineMigration({
  name: 'get-system-info-to-window-info',
  summary: {
    en: 'getSystemInfo / getSystemInfoSync / getSystemInfoAsync → getWindowInfo, getDeviceInfo, …',
    zh: 'getSystemInfo / getSystemInfoSync / getSystemInfoAsync → getWindowInfo、getDeviceInfo 等',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getWindowInfo.html',
  guide: 'get-system-info',
  codePrefix: 'SYS',
  runtime: {
    name: 'system',
    feature: 'getWindowInfo',
    fieldsOf: 'getSystemInfo',
    trial: { en: 'open a page that reads the window size', zh: '打开一个读取窗口尺寸的页面' },
  },
  // Only WeChat prints a warning at every call. Other hosts lack functions of the new names, or theirs
  // differ.
  only: { globals: ['wx'], platforms: ['weapp'] },
  // For its WaterFlow. The picker of `@tarojs/components-react` calls them too, but not on WeChat.
  unlisted: { ofTaro: ['@tarojs/components-advanced'] },
  apis: {
    getSystemInfoSync: split(fields, 'getSystemInfoSync'),
    getSystemInfo: splitLater(fields, 'getSystemInfo', { others: ['errMsg'], pick: 'pickSystemInfo' }),
    getSystemInfoAsync: splitLater(fields, 'getSystemInfoAsync', {
      others: ['errMsg'],
      pick: 'pickSystemInfoAsync',
    }),
    // Taro's own function calls the old one. Its package is loaded before Taro, and so before the runtime.
    canIUseWebp: share('canIUseWebp', rewritten.call('canIUseWebp')),
  },
});
