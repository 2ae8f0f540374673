import { split } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'get-system-info-to-window-info',
  summary: {
    en: 'getSystemInfo / getSystemInfoSync → getWindowInfo, getDeviceInfo, …',
    zh: 'getSystemInfo / getSystemInfoSync → getWindowInfo、getDeviceInfo 等',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getWindowInfo.html',
  codePrefix: 'SYS',
  runtime: { name: 'system', feature: 'getWindowInfo' },
  apis: { getSystemInfoSync: split({ windowWidth: 'getWindowInfo' }) },
});
