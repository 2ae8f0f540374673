import Taro from '@tarojs/taro'
import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getSystemInfoSync, getWindowInfo } from 'taro-modernize/runtime/system'

export class Bar {
  #info = { ...getWindowInfo(), ...getDeviceInfo() }
  static #shared = getAppBaseInfo()
  #allowed = getAppAuthorizeSetting()
  #late
  #cached: any
  height() {
    const { statusBarHeight = 0 } = this.#info
    return statusBarHeight + (this.#info.platform === 'android' ? 48 : 44)
  }
  isWider(other: Bar) {
    return other.#info.windowWidth < this.#info.windowWidth && #info in other
  }
  theme = () => Bar.#shared.theme
  load() {
    if (this.#allowed.locationAuthorized === 'authorized') this.#late = getDeviceInfo()
  }
  late() {
    return this.#late?.model
  }
  cached() {
    if (!this.#cached) this.#cached = getAppBaseInfo()
    return this.#cached.language
  }
}

export class Inner {
  #info = getAppBaseInfo()
  make() {
    const { language } = this.#info
    return class {
      #info = { whole: language }
      whole() {
        return this.#info
      }
    }
  }
}

// These need the whole object.
export class Whole {
  #returned = getSystemInfoSync()
  #typed: Taro.getSystemInfoSync.Result = getSystemInfoSync()
  #copied = getSystemInfoSync()
  #changing = getSystemInfoSync()
  #got
  returned() {
    return this.#returned
  }
  typed() {
    return this.#typed.model
  }
  copied() {
    return { ...this.#copied }
  }
  changing() {
    if (this.#changing.albumAuthorized) this.#changing = { albumAuthorized: true } as any
  }
  got() {
    return (this.#got ||= getSystemInfoSync())
  }
  again() {
    return (this.#got = getSystemInfoSync()).model
  }
  static info = getSystemInfoSync()
  private info = getSystemInfoSync()
  both() {
    return [Whole.info.model, this.info.model]
  }
}
