import Taro, { startSong } from '@tarojs/taro'

const dataUrl = 'a.mp3', coverImgUrl = 'a.png'
Taro.startSong({ src: 'a.mp3', obeyMuteSwitch: false })
Taro.startSong({ title: 'A', src: dataUrl, obeyMuteSwitch: false })
startSong({ src: dataUrl, title: 'A', obeyMuteSwitch: false })
startSong({ 'src': "a.mp3", obeyMuteSwitch: false })
startSong({ obeyMuteSwitch: false })
startSong({ src: dataUrl, obeyMuteSwitch: false })
startSong({ title: 'A', 'src': dataUrl, obeyMuteSwitch: false })
startSong({ obeyMuteSwitch: false, })
startSong({ obeyMuteSwitch: false })
startSong({ obeyMuteSwitch: false })
wx.startSong({ src: (/* at */ dataUrl), success() { wx.startSong({ src: dataUrl, obeyMuteSwitch: false, }) }, get title() { return 'B' }, obeyMuteSwitch: false })
wx['startSong']({ /* none */ obeyMuteSwitch: false })
export const played = Taro.startSong /* it */ (({ src /* url */: 'b.mp3' /* b */, obeyMuteSwitch: false /* image */ }))
Taro.startSong?.({ src: dataUrl, obeyMuteSwitch: false })
