import Taro, { playSong, startSong } from '@tarojs/taro'

const options = { dataUrl: 'a.mp3' }
playSong(options)
playSong({ ...options })
playSong({ dataUrl: 'a.mp3', ...options })
playSong({ ['data' + 'Url']: 'a.mp3' })
playSong({ ['dataUrl']: 'a.mp3' })
playSong({ dataUrl: 'a.mp3', dataUrl: 'b.mp3' })
playSong({ get dataUrl() { return 'a.mp3' } })
playSong({ dataUrl() {} })
playSong({ dataUrl: 'a.mp3', src: 'b.mp3' })
playSong({ coverImgUrl: draw() })
playSong({ coverImgUrl: () => 'a.png' })
playSong({ obeyMuteSwitch: true })
playSong({ __proto__: options })
playSong(...options)
playSong(null)
Taro.moveSong(1, draw())
Taro.moveSong(...options)
Taro.moveSong(1, ...options)
Taro.loadSong(1)
Taro.loadSong()
songs.map(playSong)
Taro.playSong.call(Taro, options)
export { playSong } from '@tarojs/taro'
export const { moveSong } = Taro
if (wx.startSong && wx.canIUse('startSong')) startSong({ src: 'a.mp3', obeyMuteSwitch: false })
