import Taro from '@tarojs/taro'
import * as ImagePicker from 'expo-image-picker'
import { chooseImage } from '../utils/media'

chooseImage({ count: 1 })
ImagePicker.chooseImage()
uni.chooseImage({ count: 1 })
my.chooseImage({ count: 1 })
dd.chooseImage({ count: 1 })
tt.chooseVideo({ sourceType: ['album'] })
swan.chooseImage({ count: 1 })
plus.gallery.chooseImage()
Taro.chooseMedia({ count: 1 })
wx.chooseMessageFile({ count: 1 })
wx.createCameraContext().chooseImage()

Page({
  chooseImage() {
    this.chooseVideo()
  },
  chooseVideo() {
    wx.chooseMedia({ mediaType: ['video'] })
  },
})
export const open = (picker) => picker.chooseImage({ count: 1 })
export const actions = { chooseImage: 'choose', chooseVideo }
function chooseVideo() {}
