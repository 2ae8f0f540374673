import Taro from "@tarojs/taro";

Taro.playSong({
  dataUrl: "a.mp3",
  title: "A", // its name
});
Taro.loadSong("a", "b");
Taro.seekSong(
  1,
);
