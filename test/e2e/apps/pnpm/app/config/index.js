const path = require('path')

const maps = { enableSourceMap: true, sourceMapType: 'source-map' }

module.exports = {
  projectName: 'legacy-recorder-pnpm',
  date: '2022-3-8',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  plugins: [],
  framework: 'react',
  compiler: 'webpack5',
  mini: maps,
  h5: { publicPath: '/', staticDirectory: 'static', ...maps }
}
