import Taro, { playSong } from '@tarojs/taro'

const dataUrl = 'a.mp3', coverImgUrl = 'a.png'
Taro.playSong({ dataUrl: 'a.mp3' })
Taro.playSong({ title: 'A', dataUrl })
playSong({ dataUrl, coverImgUrl, title: 'A' })
playSong({ 'dataUrl': "a.mp3", coverImgUrl })
playSong({ coverImgUrl })
playSong({ coverImgUrl, dataUrl })
playSong({ coverImgUrl, title: 'A', 'dataUrl': dataUrl })
playSong({ coverImgUrl: 'a.png', })
playSong({})
playSong()
wx.playSong({ dataUrl: (/* at */ dataUrl), success() { wx.playSong({ dataUrl, }) }, get title() { return 'B' } })
wx['playSong']({ /* none */ })
export const played = Taro.playSong /* it */ (({ dataUrl /* url */: 'b.mp3' /* b */, coverImgUrl /* image */ }))
Taro.playSong?.({ dataUrl })
