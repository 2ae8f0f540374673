module.exports = {
  presets: [['taro', { framework: 'react', ts: true }]],
  plugins: process.env.WITHOUT_PLUGIN ? [] : ['taro-modernize/babel']
}
