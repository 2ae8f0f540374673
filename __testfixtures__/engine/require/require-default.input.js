'use strict';

const Taro = require('@tarojs/taro').default;

exports.start = () => Taro.startRecord({});
exports.stop = () => Taro.stopRecord({});
