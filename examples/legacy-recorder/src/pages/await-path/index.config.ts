export default definePageConfig({
  navigationBarTitleText: '语音备忘'
})
