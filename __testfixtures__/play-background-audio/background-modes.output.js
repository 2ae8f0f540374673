import { backgroundAudio } from 'taro-modernize/runtime/background-audio'

export const play = (dataUrl) => backgroundAudio.play({ dataUrl })
export const again = (dataUrl) => backgroundAudio.play({ dataUrl })
