module.exports = {
  projectName: 'legacy-recorder-react-native',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  plugins: [],
  rn: { appName: 'recorder' }
}
