export default definePageConfig({
  navigationBarTitleText: '口语跟读'
})
