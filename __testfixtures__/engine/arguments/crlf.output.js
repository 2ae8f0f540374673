import Taro from "@tarojs/taro";
import { songs } from "taro-modernize/runtime/songs";

Taro.startSong({
  src: "a.mp3",
  title: "A", // its name
  obeyMuteSwitch: false,
});
songs.load("a", "it's mp3");
Taro.seek(
  null,
  1,
);
