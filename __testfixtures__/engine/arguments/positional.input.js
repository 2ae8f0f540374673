import Taro, { seekSong, moveSong } from '@tarojs/taro'

const time = 1
seekSong(time)
seekSong()
Taro.seekSong( /* from the start */ (time), )
Taro.seekSong(
  time, // in s
  now(),
)
seekSong(...now())
moveSong(time)
moveSong()
moveSong(time, 2)
moveSong(time, (2), now())
moveSong(
  time,
  2,
)
Taro.mixSong(2, time, now())
Taro.moveSong(time /* from */, 2 /* to */)
Taro.loadSong(time, 'aac')
Taro.loadSong((time), ('aac'), now())
Taro.mixSong(time, 1)
Taro.mixSong(1, time, ...now())
const loaded = Taro.loadSong?.(time, /* as */ 'aac')
Taro.seekSong(Taro.loadSong(time, 'aac'), Taro.seekSong(1))
