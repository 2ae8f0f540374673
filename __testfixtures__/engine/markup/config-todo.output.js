// TODO(taro-modernize): app.json/navigateToMiniProgramAppIdList: the configuration key is deprecated: since April 24, 2020, WeChat opens other mini programs without this list (DEP131). Remove navigateToMiniProgramAppIdList: https://developers.weixin.qq.com/miniprogram/dev/api/navigate/wx.navigateToMiniProgram.html
export default defineAppConfig({
  pages: ['pages/index/index'],
  navigateToMiniProgramAppIdList: ['wx0'],
})
