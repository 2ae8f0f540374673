import { Component } from 'react'
import Taro from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'

type State = {
  recording: boolean
  tempFilePath: string
  errMsg: string
}

export default class Authorize extends Component<any, State> {
  constructor(props) {
    super(props)
    this.state = {
      recording: false,
      tempFilePath: '',
      errMsg: ''
    }
  }

  componentWillUnmount() {
    if (this.state.recording) {
      Taro.stopRecord()
    }
  }

  // 点击录音按钮
  onRecord = () => {
    Taro.getSetting({
      success: res => {
        if (!res.authSetting['scope.record']) {
          Taro.authorize({
            scope: 'scope.record',
            success: () => {
              // 用户已经同意小程序使用录音功能，后续调用 Taro.startRecord 接口不会弹窗询问
              this.doRecord()
            },
            fail: err => {
              console.log('授权失败', err)
              this.setState({ errMsg: err.errMsg })
              Taro.showModal({
                title: '提示',
                content: '您未授权录音，功能将无法使用',
                confirmText: '去授权',
                success: r => {
                  if (r.confirm) Taro.openSetting()
                }
              })
            }
          })
        } else {
          this.doRecord()
        }
      }
    })
  }

  doRecord() {
    this.setState({ recording: true, errMsg: '' })
    Taro.startRecord({
      success: res => {
        console.log('录音成功', res)
        this.setState({ tempFilePath: res.tempFilePath })
      },
      fail: err => {
        console.log('录音失败', err)
        this.setState({ errMsg: err.errMsg })
      },
      complete: () => {
        this.setState({ recording: false })
      }
    })
  }

  onStop = () => {
    Taro.stopRecord()
  }

  render() {
    const { recording, tempFilePath, errMsg } = this.state
    return (
      <View className='page'>
        <Text className='title'>先授权再录音</Text>
        {recording
          ? <Button className='btn' onClick={this.onStop}>停止录音</Button>
          : <Button className='btn' onClick={this.onRecord}>开始录音</Button>}
        <Text className='status'>{recording ? '录音中...' : '未录音'}</Text>
        <Text className='result'>{tempFilePath}</Text>
        {!!errMsg && <Text className='error'>{errMsg}</Text>}
      </View>
    )
  }
}
