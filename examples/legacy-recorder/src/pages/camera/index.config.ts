export default definePageConfig({
  navigationBarTitleText: '拍摄视频'
})
