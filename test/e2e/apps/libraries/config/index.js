module.exports = {
  projectName: 'legacy-libraries',
  date: '2022-3-8',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  framework: 'react',
  compiler: process.env.TARO_COMPILER,
  mini: {}
}
