import Taro from '@tarojs/taro'

export class Bar {
  private info = Taro.getSystemInfoSync()
  private readonly allowed = Taro.getSystemInfoSync()
  private late
  private cached?: any
  private theme = () => this.info.theme
  height() {
    const { statusBarHeight = 0 } = this.info
    return statusBarHeight + (this['info'].platform === 'android' ? 48 : 44)
  }
  load() {
    if (this.allowed.locationAuthorized) this.late = Taro.getSystemInfoSync()
  }
  model() {
    return this.late?.model
  }
  language = () => {
    if (!this.cached) this.cached = Taro.getSystemInfoSync()
    return this.cached.language
  }
}

export class Outer {
  private info = Taro.getSystemInfoSync()
  private model = this.info.model
  make() {
    return class {
      private system = Taro.getSystemInfoSync()
      width = () => this.system.windowWidth
    }
  }
}
