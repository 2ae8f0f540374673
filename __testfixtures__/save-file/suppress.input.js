import Taro from '@tarojs/taro'

// taro-modernize-ignore the old folder has files of earlier versions
Taro.getSavedFileList()
Taro.saveFile = () => {}
delete wx.getFileInfo
jest.spyOn(Taro, 'removeSavedFile')
