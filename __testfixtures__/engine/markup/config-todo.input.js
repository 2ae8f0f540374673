export default defineAppConfig({
  pages: ['pages/index/index'],
  navigateToMiniProgramAppIdList: ['wx0'],
})
