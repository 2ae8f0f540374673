import Taro from '@tarojs/taro'
import { helper } from './helper'

Page({
  data: {},
  onTap: helper.startRecord,
  onEnd: () => helper.stopRecord(), other: helper.startRecord,
  nested: {
    start: helper.startRecord({
      fail: helper.stopRecord,
    }),
  },
  start() {
    helper.startRecord({})
  },
  ...helper.stopRecord,
  [helper.startRecord]: `
    ${helper.stopRecord}`,
})
const {
  startRecord,
  login,
} = helper
class A {
  start = helper.startRecord
}
