'use strict';

const Taro = require('@tarojs/taro').default;
const { recorder } = require('taro-modernize/runtime/recorder');

exports.start = () => recorder.start({});
exports.stop = () => recorder.stop({});
