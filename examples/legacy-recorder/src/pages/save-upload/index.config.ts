export default definePageConfig({
  navigationBarTitleText: '录音上传'
})
