export default definePageConfig({
  navigationBarTitleText: '电台'
})
