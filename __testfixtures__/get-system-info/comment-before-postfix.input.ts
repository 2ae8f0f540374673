import Taro from '@tarojs/taro';

log(Taro /* one
  two */.getSystemInfoSync!().windowWidth);
log((Taro /* one
  two */.getSystemInfoSync as any)().windowWidth);
log((Taro /* one
  two */.getSystemInfoSync satisfies object)().windowWidth);
log(Taro /* one
  two */.getSystemInfoSync().windowWidth);

declare const log: (value: unknown) => void;
