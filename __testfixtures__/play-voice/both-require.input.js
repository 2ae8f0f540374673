'use strict';
var Taro = require('@tarojs/taro');

function talk(path) {
  Taro.stopRecord();
  Taro.playVoice({ filePath: path });
}
module.exports = { talk: talk, stop: Taro.stopVoice };
