export default definePageConfig({
  navigationBarTitleText: '高清录音'
})
