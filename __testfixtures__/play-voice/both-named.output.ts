import { recorder } from 'taro-modernize/runtime/recorder'
import { voice } from 'taro-modernize/runtime/voice'
;[voice.play, voice.pause].forEach((run) => use(run))
recorder.start()
recorder.stop()
declare function use(run: unknown): void
