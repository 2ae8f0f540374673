var __toESM = (mod, isNodeMode, target) => mod;
var import_taro = __toESM(require("@tarojs/taro"));
const { recorder } = require("taro-modernize/runtime/recorder");
var import_own = __toESM(require("./own"));

function begin() {
  recorder.start({});
  (0, recorder.stop)();
  (0, import_own.stopRecord)();
}
module.exports = { begin };
