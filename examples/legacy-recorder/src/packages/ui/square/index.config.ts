export default definePageConfig({
  navigationBarTitleText: '录音广场'
})
