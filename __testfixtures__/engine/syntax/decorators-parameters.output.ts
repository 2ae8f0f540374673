import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

declare const Inject: (token: unknown) => ParameterDecorator
declare const Handler: (target: unknown) => MethodDecorator

export class Service {
  constructor(@Inject(recorder.start) private readonly begin: typeof Taro.startRecord) {}
  @Handler(recorder.stop)
  stop() {
    recorder.stop()
    return this.begin
  }
}
