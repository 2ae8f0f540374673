export default definePageConfig({
  navigationBarTitleText: '本地文件'
})
