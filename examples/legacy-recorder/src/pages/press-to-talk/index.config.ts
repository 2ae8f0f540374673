export default definePageConfig({
  navigationBarTitleText: '按住说话'
})
