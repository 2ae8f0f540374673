// @flow
import Taro from '@tarojs/taro';
import type { Node } from 'react';
import { recorder } from 'taro-modernize/runtime/recorder';

type Props = {| +a: string |};
export const f = (p: Props): Promise<mixed> => recorder.start({});
Taro.login();
