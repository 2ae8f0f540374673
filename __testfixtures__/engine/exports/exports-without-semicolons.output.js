import { login } from '@tarojs/taro'
import { recorder } from 'taro-modernize/runtime/recorder'

export const a = recorder.start;
(function () {})()
export const b = recorder.start; // c
[1, 2].forEach(login)
export { login }
export const c = recorder.stop; /* d
*/ `x`.trim()
export const d = recorder.start
export const e = recorder.stop;
+1
export const f = recorder.start;
-1
export const g = recorder.start;
/x/.test('x')
export default recorder.start;
(() => {})()
export const h = recorder.start;
++login.count
export const i = recorder.start
;[1].forEach(login)
export const j = recorder.stop // guarded
;(function () {})()
export const k = recorder.stop;
[2].forEach(login)
export const l = recorder.stop

/** Not joined. */
login()
