export default definePageConfig({
  navigationBarTitleText: '先授权再录音'
})
