import Taro from '@tarojs/taro'

export async function play(dataUrl) {
  await Taro.startSong({
    src: dataUrl, // what is played
    // shown while it plays
    title: 'A', // its name
    obeyMuteSwitch: false,
  })
  await Taro.startSong({
    // its image
    title: 'A',
    src: `${dataUrl}.mp3`, // what is played
    obeyMuteSwitch: false
  })
  await Taro.startSong({
    // nothing yet
    obeyMuteSwitch: false
  })
  await Taro.startSong({
    obeyMuteSwitch: false,
  })
	Taro.startSong({
		src: dataUrl,
		obeyMuteSwitch: false,
	});
  Taro.startSong({ src: dataUrl,
    title: 'A', obeyMuteSwitch: false })
}
