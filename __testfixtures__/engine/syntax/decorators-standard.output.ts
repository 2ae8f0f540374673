import { recorder } from 'taro-modernize/runtime/recorder'
import { logged, page } from './decorators'

@page('mic') export class Mic {
  @logged accessor path = ''
  @logged static start = () => recorder.start({})
  @logged
  stop() {
    recorder.stop()
  }
}

export @page('other') class Other {
  @logged(() => recorder.stop()) #own = 1
}
