export default definePageConfig({
  navigationBarTitleText: '跑步记录'
})
