const maps = { enableSourceMap: true, sourceMapType: 'source-map' }

module.exports = {
  projectName: 'legacy-recorder-taro3-vue3',
  date: '2022-3-8',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  framework: 'vue3',
  compiler: 'webpack5',
  mini: maps,
  h5: { publicPath: '/', staticDirectory: 'static', ...maps }
}
