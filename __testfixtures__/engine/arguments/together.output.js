import { songs } from 'taro-modernize/runtime/songs'

const { queue: queueSong, load: loadSong } = songs
export async function play(dataUrl) {
  songs.queue({ src: dataUrl, success() {} })
  const done = await songs.queue({ src: dataUrl })
  queueSong({ src: 'a.mp3', complete: done })
  songs.supported && loadSong(dataUrl, "it's mp3")
  songs.supported && songs.load(dataUrl, "it's mp3")
  const loaded = songs.supported ? songs.load((dataUrl), "it's mp3").then(done) : undefined
  if (songs.supported) songs.load(dataUrl, "it's mp3")
  return songs.supported && songs.queue({ src: dataUrl }), loaded
}
