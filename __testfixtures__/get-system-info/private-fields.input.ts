import Taro from '@tarojs/taro'

export class Bar {
  #info = Taro.getSystemInfoSync()
  static #shared = Taro.getSystemInfoSync()
  #allowed = Taro.getSystemInfoSync()
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
    if (this.#allowed.locationAuthorized) this.#late = Taro.getSystemInfoSync()
  }
  late() {
    return this.#late?.model
  }
  cached() {
    if (!this.#cached) this.#cached = Taro.getSystemInfoSync()
    return this.#cached.language
  }
}

export class Inner {
  #info = Taro.getSystemInfoSync()
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
  #returned = Taro.getSystemInfoSync()
  #typed: Taro.getSystemInfoSync.Result = Taro.getSystemInfoSync()
  #copied = Taro.getSystemInfoSync()
  #changing = Taro.getSystemInfoSync()
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
    return (this.#got ||= Taro.getSystemInfoSync())
  }
  again() {
    return (this.#got = Taro.getSystemInfoSync()).model
  }
  static info = Taro.getSystemInfoSync()
  private info = Taro.getSystemInfoSync()
  both() {
    return [Whole.info.model, this.info.model]
  }
}
