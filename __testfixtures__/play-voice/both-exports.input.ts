export { playVoice, startRecord, login } from '@tarojs/taro'
export { stopVoice as default } from '@tarojs/taro'
