import Taro /* a, b */ , { login } from '@tarojs/taro'
import Taro2 /* { */, /* b */ { startRecord /* } */ } from '@tarojs/taro'
import Taro3 // c
, { showToast } from '@tarojs/taro'
import Taro4, /* n */ * as all from '@tarojs/taro'
import Taro5, { stopRecord }from '@tarojs/taro'
import Taro6/* d */,{ hideToast } from '@tarojs/taro'

Taro.startRecord(login, showToast, hideToast)
Taro2.login(startRecord(), stopRecord())
Taro3.startRecord()
Taro4.login(all.stopRecord())
Taro5.login()
Taro6.startRecord()
