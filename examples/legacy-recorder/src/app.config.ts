export default defineAppConfig({
  pages: [
    'pages/index/index',
    'pages/doc-example/index',
    'pages/authorize/index',
    'pages/press-to-talk/index',
    'pages/await-path/index',
    'pages/await-callbacks/index',
    'pages/save-upload/index',
    'pages/own-methods/index',
    'pages/camera/index',
    'pages/half-migrated/index',
    'pages/voice-message/index',
    'pages/voice-box/index',
    'pages/saved-files/index',
    'pages/photos/index',
    'pages/nav-bar/index',
    'pages/device/index',
    'pages/feedback/index',
    'pages/radio/index',
    'pages/poster/index',
    'pages/invite/index',
    'pages/signature/index',
    'pages/profile/index'
  ],
  subPackages: [
    {
      root: 'packages/ui',
      // taro-ui、NutUI 和 vantui 还不能用 Vite 构建
      pages: process.env.TARO_COMPILER === 'vite' ? ['square/index'] : ['recordings/index', 'square/index']
    }
  ],
  window: {
    backgroundTextStyle: 'light',
    navigationBarBackgroundColor: '#fff',
    navigationBarTitleText: '录音小程序',
    navigationBarTextStyle: 'black'
  },
  // 跳转到商城小程序
  navigateToMiniProgramAppIdList: ['wx0123456789abcdef'],
  permission: {
    'scope.userLocation': {
      desc: '用于记录跑步轨迹'
    }
  }
})
