export default defineAppConfig({
  // In Vite builds, taro-ui and NutUI use Taro and React before they are loaded, and vantui imports a missing file.
  pages: process.env.TARO_COMPILER === 'vite' ? ['pages/taro/index'] : ['pages/taro/index', 'pages/others/index']
})
