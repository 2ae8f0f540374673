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
