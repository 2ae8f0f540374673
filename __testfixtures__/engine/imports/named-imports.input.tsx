import { useState } from 'react';
import { startRecord, stopRecord, showToast } from '@tarojs/taro';

export function useRecord() {
  const [path, setPath] = useState('');
  const start = async () => {
    const { tempFilePath } = await startRecord({});
    setPath(tempFilePath);
    showToast({ title: 'ok' });
  };
  return { path, start, stop: () => stopRecord() };
}
