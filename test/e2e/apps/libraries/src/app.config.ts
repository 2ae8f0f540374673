export default defineAppConfig({
  // Vite builds neither: vantui 3.7.0 names a file that it does not have, and taro-ui 3.3.2 calls Taro before Taro is there.
  pages: process.env.TARO_COMPILER === 'vite' ? ['pages/any/index'] : ['pages/any/index', 'pages/webpack/index']
})
