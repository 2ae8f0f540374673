import { backgroundAudio } from 'taro-modernize/runtime/background-audio'
import { recorder } from 'taro-modernize/runtime/recorder'

export function record() {
  backgroundAudio.pause()
  recorder.start({ complete: () => backgroundAudio.play({ dataUrl: 'a' }) })
}
