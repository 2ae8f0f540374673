export default definePageConfig({
  navigationBarTitleText: '我的',
  // 原生组件只能用在微信小程序里
  usingComponents: process.env.TARO_ENV === 'weapp' ? { 'play-list': '../../components/play-list/index' } : {}
})
