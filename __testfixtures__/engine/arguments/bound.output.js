import Taro from '@tarojs/taro'
import { songs as taroSongs } from 'taro-modernize/runtime/songs'

const { startSong: playSong, seek: seekSong } = Taro
const { move: moveSong } = wx, { load: loadSong } = taroSongs
playSong({ src: 'a.mp3', obeyMuteSwitch: false })
export const ends = () => seekSong(null, 1)
loadSong('a.mp3', "it's mp3")
moveSong(1)
function other() {
  const { playSong: play, loadSong: load } = wx
  play({ dataUrl: 'b.mp3' })
  songs.map(play)
  load('b.mp3')
}
function fallback() {
  const { playSong = polyfill, loadSong = polyfill } = wx
  playSong({ dataUrl: 'c.mp3' })
  loadSong('c.mp3', 'mp3')
}
