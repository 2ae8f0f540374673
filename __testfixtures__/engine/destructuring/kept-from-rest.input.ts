import Taro from '@tarojs/taro'

export const { startRecord: first, ...others } = Taro
const { startRecord, ...rest } = (console.log(1), Taro)
const { stopRecord, ...typed }: typeof Taro = Taro
for (const { playVoice, ...left } = Taro; left; ) break
console.log(rest, typed)
