import Taro from '@tarojs/taro'

const a = (Taro /* c */).getRecorderManager()
const b = () => {
  return (Taro // c
  ).getRecorderManager()
}
const c = () => {
  return Taro // d
    .getRecorderManager()
}
const d = () => {
  return(Taro).getRecorderManager()
}
Taro.startRecord({})
