import { recorder } from 'taro-modernize/runtime/recorder'
;[1].forEach(() => recorder.start())
