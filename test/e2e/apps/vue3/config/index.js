const maps = { enableSourceMap: true, sourceMapType: 'source-map' }

// Taro's Vue 3 plugin sets build.sourcemap to false.
const mapsAgain = {
  name: 'maps-again',
  enforce: 'post',
  config: () => ({ build: { sourcemap: !process.env.TARO_OWN_MAPS } })
}

export default {
  projectName: 'legacy-recorder-vue3',
  date: '2022-3-8',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  framework: 'vue3',
  compiler: process.env.TARO_COMPILER === 'vite' ? { type: 'vite', vitePlugins: [mapsAgain] } : 'webpack5',
  mini: maps,
  h5: { publicPath: '/', staticDirectory: 'static', ...maps }
}
