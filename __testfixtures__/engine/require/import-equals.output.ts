import fs = require('fs');
import recorderRuntime = require('taro-modernize/runtime/recorder');

function begin(): void {
  recorderRuntime.recorder.start({});
}

export = begin;
