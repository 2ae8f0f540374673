export default definePageConfig({
  navigationBarTitleText: '语音留言'
})
