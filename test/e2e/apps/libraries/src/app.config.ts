export default defineAppConfig({
  // Built with Vite, taro-ui and NutUI use Taro and React before these are there, and vantui names a file that it does not have.
  pages: process.env.TARO_COMPILER === 'vite' ? ['pages/taro/index'] : ['pages/taro/index', 'pages/others/index']
})
