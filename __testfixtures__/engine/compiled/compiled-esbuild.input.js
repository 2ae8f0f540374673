var __toESM = (mod, isNodeMode, target) => mod;
var import_taro = __toESM(require("@tarojs/taro"));
var import_own = __toESM(require("./own"));

function begin() {
  import_taro.default.startRecord({});
  (0, import_taro.stopRecord)();
  (0, import_own.stopRecord)();
}
module.exports = { begin };
