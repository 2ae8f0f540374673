/**
 * components/mic/mic.js
 */
const { recorder } = require('taro-modernize/runtime/recorder')

Page({ start() { recorder.start({}) } })
