export default definePageConfig({
  navigationBarTitleText: '留言箱'
})
