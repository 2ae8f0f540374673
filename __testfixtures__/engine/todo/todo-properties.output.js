import Taro from '@tarojs/taro'
import { helper } from './helper'

Page({
  data: {},
  // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  onTap: helper.startRecord,
  // TODO(taro-modernize): stopRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.stop instead; if not, suppress this with // taro-modernize-ignore.
  // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  onEnd: () => helper.stopRecord(), other: helper.startRecord,
  nested: {
    // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
    start: helper.startRecord({
      // TODO(taro-modernize): stopRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.stop instead; if not, suppress this with // taro-modernize-ignore.
      fail: helper.stopRecord,
    }),
  },
  start() {
    // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
    helper.startRecord({})
  },
  // TODO(taro-modernize): stopRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.stop instead; if not, suppress this with // taro-modernize-ignore.
  ...helper.stopRecord,
  // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  // TODO(taro-modernize): stopRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.stop instead; if not, suppress this with // taro-modernize-ignore.
  [helper.startRecord]: `
    ${helper.stopRecord}`,
})
const {
  // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  startRecord,
  login,
} = helper
class A {
  // TODO(taro-modernize): startRecord: helper comes from "./helper", so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
  start = helper.startRecord
}
