export default definePageConfig({
  navigationBarTitleText: '录音10秒'
})
