import { useState } from 'react';
import { showToast } from '@tarojs/taro';
import { recorder } from 'taro-modernize/runtime/recorder';

export function useRecord() {
  const [path, setPath] = useState('');
  const start = async () => {
    const { tempFilePath } = await recorder.start({});
    setPath(tempFilePath);
    showToast({ title: 'ok' });
  };
  return { path, start, stop: () => recorder.stop() };
}
