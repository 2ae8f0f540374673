import { recorder } from 'taro-modernize/runtime/recorder';

export const start = () => recorder.start({});
export const stop = () => recorder.stop();
