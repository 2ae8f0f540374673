export { startRecord as Foo, stopRecord as inner } from '@tarojs/taro'
export { stopRecord as if, login as else } from '@tarojs/taro'

interface Foo {}
export function f(inner: Foo) {
  return inner
}
