/**
 * 录音上传
 * 录完先存到本地，再传到服务器
 */
import { Component } from 'react'
import Taro, { getCurrentInstance } from '@tarojs/taro'
import { View, Text, Button } from '@tarojs/components'
import { uploadVoice } from '../../utils/upload'

interface IState {
  isRecord: boolean
  savedPath: string
  url: string
  errMsg: string
}

class SaveUpload extends Component<any, IState> {
  $instance = getCurrentInstance()

  state: IState = {
    isRecord: false,
    savedPath: '',
    url: '',
    errMsg: ''
  }

  componentDidMount() {
    console.log('from', this.$instance.router?.params.from)
  }

  startRecord = () => {
    const self = this
    self.setState({ isRecord: true, errMsg: '' })
    Taro.startRecord({
      success(res) {
        Taro.saveFile({
          tempFilePath: res.tempFilePath,
          success(r) {
            self.setState({ savedPath: (r as Taro.saveFile.SuccessCallbackResult).savedFilePath })
          }
        })
        Taro.showLoading({ title: '上传中' })
        uploadVoice(res.tempFilePath).then(data => {
          Taro.hideLoading()
          self.setState({ url: data.url })
        })
      },
      fail(res) {
        self.setState({ errMsg: res.errMsg })
      },
      complete() {
        self.setState({ isRecord: false })
      }
    })
  }

  stopRecord = () => {
    Taro.stopRecord({
      success: () => {
        console.log('stop')
      }
    })
  }

  render() {
    const { isRecord, savedPath, url, errMsg } = this.state
    return (
      <View className='page'>
        <Button className='btn' onClick={isRecord ? this.stopRecord : this.startRecord}>
          {isRecord ? '完成并上传' : '录一段'}
        </Button>
        <Text className='saved'>{savedPath}</Text>
        <Text className='url'>{url}</Text>
        <Text className='error'>{errMsg}</Text>
      </View>
    )
  }
}

export default SaveUpload
