// @flow
import Taro from '@tarojs/taro';
import type { Node } from 'react';

type Props = {| +a: string |};
export const f = (p: Props): Promise<mixed> => Taro.startRecord({});
Taro.login();
