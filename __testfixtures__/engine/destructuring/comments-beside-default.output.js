import /* a, b */ { login } from '@tarojs/taro'
import Taro2 /* { */ /* b */ /* } */ from '@tarojs/taro'
import // c
{ showToast } from '@tarojs/taro'
import Taro4 /* n */ from '@tarojs/taro'
import Taro5 from '@tarojs/taro'
import /* d */{ hideToast } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start(login, showToast, hideToast)
Taro2.login(recorder.start(), recorder.stop())
recorder.start()
Taro4.login(recorder.stop())
Taro5.login()
recorder.start()
