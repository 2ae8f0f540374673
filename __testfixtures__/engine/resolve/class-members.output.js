import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

class A {
  given = Taro
  changed = Taro
  overridden = Taro
  static own = Taro
  own = other
  start() {
    recorder.start({})
    this.changed.startRecord({})
    this.overridden.startRecord({})
    this.own.startRecord({})
  }
  static stop() {
    this.own.stopRecord()
    this.given.stopRecord()
  }
}
class B extends A {
  overridden = other
}
const a = new A()
a.changed = other

class C {
  handed = Taro
  set(values) {
    Object.assign(this, values)
  }
  start() {
    this.handed.startRecord({})
  }
}
class D {
  constructor() {
    this.made = wx
  }
  start() {
    recorder.start({})
    on(() => recorder.stop())
    on(function () {
      this.made.stopRecord()
    })
  }
}
class E extends D {}
export { A, B, C, D, E }
