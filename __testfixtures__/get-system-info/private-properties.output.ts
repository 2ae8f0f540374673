import { getAppAuthorizeSetting, getAppBaseInfo, getDeviceInfo, getWindowInfo } from 'taro-modernize/runtime/system'

export class Bar {
  private info = { ...getAppBaseInfo(), ...getWindowInfo(), ...getDeviceInfo() }
  private readonly allowed = getAppAuthorizeSetting()
  private late
  private cached?: any
  private theme = () => this.info.theme
  height() {
    const { statusBarHeight = 0 } = this.info
    return statusBarHeight + (this['info'].platform === 'android' ? 48 : 44)
  }
  load() {
    if (this.allowed.locationAuthorized === 'authorized') this.late = getDeviceInfo()
  }
  model() {
    return this.late?.model
  }
  language = () => {
    if (!this.cached) this.cached = getAppBaseInfo()
    return this.cached.language
  }
}

export class Outer {
  private info = getDeviceInfo()
  private model = this.info.model
  make() {
    return class {
      private system = getWindowInfo()
      width = () => this.system.windowWidth
    }
  }
}
