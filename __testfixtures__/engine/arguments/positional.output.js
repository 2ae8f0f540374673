import Taro, { seek, move } from '@tarojs/taro'
import { songs } from 'taro-modernize/runtime/songs'

const time = 1
seek(null, time)
seek(null)
Taro.seek( /* from the start */ null, (time), )
Taro.seek(
  null,
  time, // in s
  now(),
)
seek(null, ...now())
move(time)
move()
move(time)
move(time, now())
move(
  time,
)
songs.mix(0, time, 'last', true, now())
Taro.move(time /* from */ /* to */)
songs.load(time, "it's mp3")
songs.load((time), "it's mp3", now())
songs.mix(0, 1, 'last', true)
songs.mix(0, time, 'last', true, ...now())
const loaded = songs.supported ? songs.load(time, /* as */ "it's mp3") : undefined
Taro.seek(null, songs.load(time, "it's mp3"), Taro.seek(null, 1))
