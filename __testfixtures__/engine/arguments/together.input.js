import Taro from '@tarojs/taro'

const { queueSong, loadSong } = wx
export async function play(dataUrl) {
  await Taro.queueSong({ dataUrl, success() {} })
  const done = await Taro.queueSong({ dataUrl })
  await queueSong({ dataUrl: 'a.mp3', complete: done })
  loadSong?.(dataUrl, 'aac')
  Taro.loadSong?.(dataUrl, 'aac')
  const loaded = wx.loadSong?.((dataUrl), 'aac').then(done)
  if (wx.loadSong) wx.loadSong(dataUrl, 'aac')
  return wx.queueSong && wx.queueSong({ dataUrl }), loaded
}
