import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text } from '@tarojs/components'
import './index.scss'

type Message = {
  id: number
  voice: string
}

type State = {
  pressing: boolean
  messages: Message[]
  tip: string
}

export default class PressToTalk extends Component<{}, State> {
  state: State = { pressing: false, messages: [], tip: '' }

  startTime = 0

  handleTouchStart = () => {
    this.startTime = Date.now()
    this.setState({ pressing: true, tip: '' })
    Taro.startRecord({
      success: ({ tempFilePath }) => {
        // 太短的不要
        if (Date.now() - this.startTime < 1000) {
          Taro.showToast({ title: '说话时间太短', icon: 'none' })
          this.setState({ tip: '说话时间太短' })
          return
        }
        this.setState(prev => ({
          messages: prev.messages.concat({ id: prev.messages.length + 1, voice: tempFilePath })
        }))
      },
      fail: ({ errMsg }) => {
        Taro.showToast({ title: '录音失败', icon: 'none' })
        this.setState({ pressing: false, tip: errMsg })
      }
    })
  }

  handleTouchEnd = () => {
    this.setState({ pressing: false })
    Taro.stopRecord()
  }

  render() {
    const { pressing, messages, tip } = this.state
    return (
      <View className='page talk'>
        {messages.map(m => <Text key={m.id} className='result'>{m.voice}</Text>)}
        <Text className='status'>{tip}</Text>
        <View
          className={`talk__btn ${pressing ? 'talk__btn--active' : ''}`}
          onTouchStart={this.handleTouchStart}
          onTouchEnd={this.handleTouchEnd}
          onTouchCancel={this.handleTouchEnd}
        >
          {pressing ? '松开 结束' : '按住 说话'}
        </View>
      </View>
    )
  }
}
