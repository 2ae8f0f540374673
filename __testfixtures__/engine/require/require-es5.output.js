'use strict';

var util = require('./util');
var recorder = require('taro-modernize/runtime/recorder').recorder;

function begin(done) {
  recorder.start({
    success: function (res) { done(res.tempFilePath); }
  });
}

exports.begin = util.once(begin);
