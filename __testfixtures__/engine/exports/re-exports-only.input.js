/* The APIs of this app. */
export { startRecord, stopRecord } from "@tarojs/taro";
export { stopRecord as default } from "@tarojs/taro";
