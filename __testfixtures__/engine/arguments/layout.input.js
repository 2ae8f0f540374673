import Taro from '@tarojs/taro'

export async function play(dataUrl) {
  await Taro.playSong({
    dataUrl, // what is played
    coverImgUrl: 'a.png',
    // shown while it plays
    title: 'A', // its name
  })
  await Taro.playSong({
    coverImgUrl: 'a.png', // its image
    title: 'A',
    dataUrl: `${dataUrl}.mp3` // what is played
  })
  await Taro.playSong({
    // nothing yet
  })
  await Taro.playSong({
    coverImgUrl: 'a.png',
  })
	Taro.playSong({
		dataUrl,
	});
  Taro.playSong({ dataUrl,
    title: 'A' })
}
