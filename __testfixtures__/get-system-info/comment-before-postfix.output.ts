import { getWindowInfo } from 'taro-modernize/runtime/system';

log(getWindowInfo /* one two */!().windowWidth);
log((getWindowInfo /* one two */ as any)().windowWidth);
log((getWindowInfo /* one two */ satisfies object)().windowWidth);
log(getWindowInfo /* one
  two */().windowWidth);

declare const log: (value: unknown) => void;
