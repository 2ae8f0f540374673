import Taro from '@tarojs/taro'

declare const Inject: (token: unknown) => ParameterDecorator
declare const Handler: (target: unknown) => MethodDecorator

export class Service {
  constructor(@Inject(Taro.startRecord) private readonly begin: typeof Taro.startRecord) {}
  @Handler(wx.stopRecord)
  stop() {
    Taro.stopRecord()
    return this.begin
  }
}
