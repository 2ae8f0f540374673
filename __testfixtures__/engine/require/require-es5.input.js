'use strict';

var Taro = require('@tarojs/taro');
var util = require('./util');

function begin(done) {
  Taro.startRecord({
    success: function (res) { done(res.tempFilePath); }
  });
}

exports.begin = util.once(begin);
