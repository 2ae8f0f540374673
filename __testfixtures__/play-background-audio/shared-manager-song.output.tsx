import { Component } from 'react'
import { backgroundAudio, getBackgroundAudioManager } from 'taro-modernize/runtime/background-audio'

const backgroundAudioManager = getBackgroundAudioManager()

export default class Song extends Component<{ next(): { url: string; name: string } }> {
  state = { isPlaying: false, position: 0 }

  componentDidMount() {
    backgroundAudioManager.onTimeUpdate(() => {
      backgroundAudio.getState({
        success: (res) => {
          if (res.status !== 2) this.setState({ position: res.currentPosition })
        },
      })
    })
    backgroundAudioManager.onPause(() => this.setState({ isPlaying: false }))
    backgroundAudioManager.onPlay(() => this.setState({ isPlaying: true }))
    backgroundAudioManager.onEnded(() => this.play())
  }

  play() {
    const { url, name } = this.props.next()
    backgroundAudioManager.title = name
    backgroundAudioManager.src = url
  }

  pause = () => backgroundAudioManager.pause()

  render() {
    return null
  }
}
