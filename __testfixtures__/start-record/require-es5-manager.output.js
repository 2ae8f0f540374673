var app = require('./app');
var getRecorderManager = require('taro-modernize/runtime/recorder').getRecorderManager;
var recorder = require('taro-modernize/runtime/recorder').recorder;
app.manager = getRecorderManager();
recorder.start({});
