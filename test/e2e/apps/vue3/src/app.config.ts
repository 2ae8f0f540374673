export default defineAppConfig({
  pages: ['pages/index/index', 'pages/setup/index', 'pages/plain/index', 'pages/typed/index', 'pages/own/index', 'pages/mixed/index', 'pages/card/index'],
  window: { navigationBarTitleText: '录音' }
})
