import Taro, { startRecord as begin, stopRecord as end } from "@tarojs/taro";
import { default as T } from "@tarojs/taro";

begin({ success: console.log });
end();
T.startRecord({});
Taro.login();
