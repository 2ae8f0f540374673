import Taro from "@tarojs/taro"

Taro["startRecord"]({})
Taro[`stopRecord`]()
Taro /* the old one */ ["startRecord"]({})
