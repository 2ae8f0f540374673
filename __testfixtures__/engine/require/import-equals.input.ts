import Taro = require('@tarojs/taro');
import fs = require('fs');

function begin(): void {
  Taro.startRecord({});
}

export = begin;
