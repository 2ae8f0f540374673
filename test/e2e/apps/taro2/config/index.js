const config = {
  projectName: 'legacy-recorder-taro2',
  date: '2019-3-8',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  babel: {
    sourceMap: true,
    presets: [['env', { modules: false }]],
    plugins: [
      'transform-decorators-legacy',
      'transform-class-properties',
      'transform-object-rest-spread',
      ['transform-runtime', { helpers: false, polyfill: false, regenerator: true, moduleName: 'babel-runtime' }]
    ]
  },
  plugins: [],
  mini: { enableSourceMap: false }
}

module.exports = (merge) => merge({}, config, { env: { NODE_ENV: '"production"' } })
