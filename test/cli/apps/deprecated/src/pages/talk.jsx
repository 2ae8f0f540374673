import { Button } from '@tarojs/components';
import Taro from '@tarojs/taro';

export default function Talk() {
  const start = () =>
    Taro.startRecord({ success: ({ tempFilePath }) => Taro.playVoice({ filePath: tempFilePath }) });
  return (
    <Button onTouchStart={start} onTouchEnd={() => Taro.stopRecord()} onClick={() => Taro.stopVoice()} />
  );
}
