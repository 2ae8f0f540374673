export default definePageConfig({
  navigationBarTitleText: '我的录音'
})
