import Taro from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

// taro-modernize-ignore nothing is below
const volume = 1
// taro-modernize-ignore REC104 the finding has another code
recorder.start({})
recorder.stop() // taro-modernize-ignore behind the call
/* taro-modernize-ignore before the call */ Taro.startRecord({})
Taro.vibrateShort() // taro-modernize-ignore behind, but it covers the line below
Taro.stopRecord()
// taro-modernize-ignore XYZ105 the code of a migration that does not run
Taro.vibrateLong()
// taro-modernize-ignore the manager is shared only in apps with the runtime
export const manager = Taro.getRecorderManager()
// taro-modernize-ignore used
Taro.stopRecord()
export const page = (
  <view>
    {/* taro-modernize-ignore used in JSX */}
    <button onClick={() => Taro.stopRecord()} />
    {/* taro-modernize-ignore idle in JSX */}
    <button onClick={() => Taro.vibrateLong({ success: () => console.log(volume) })} />
  </view>
)
// taro-modernize-ignore at the end
