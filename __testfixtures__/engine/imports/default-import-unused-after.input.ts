import Taro from '@tarojs/taro';

export const start = () => Taro.startRecord({});
export const stop = () => Taro.stopRecord();
