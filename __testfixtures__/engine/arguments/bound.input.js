import Taro from '@tarojs/taro'

const { playSong, seekSong } = Taro
const { loadSong, moveSong } = wx
playSong({ dataUrl: 'a.mp3' })
export const ends = () => seekSong(1)
loadSong('a.mp3', 'mp3')
moveSong(1, 2)
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
