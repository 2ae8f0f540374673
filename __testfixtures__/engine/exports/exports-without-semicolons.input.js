import { startRecord, stopRecord, login } from '@tarojs/taro'

export { startRecord as a }
(function () {})()
export { startRecord as b } // c
[1, 2].forEach(login)
export { stopRecord as c, login } /* d
*/ `x`.trim()
export { startRecord as d, stopRecord as e }
+1
export { startRecord as f }
-1
export { startRecord as g }
/x/.test('x')
export { startRecord as default }
(() => {})()
export { startRecord as h }
++login.count
export { startRecord as i }
;[1].forEach(login)
export { stopRecord as j } // guarded
;(function () {})()
export { stopRecord as k };
[2].forEach(login)
export { stopRecord as l }

/** Not joined. */
login()
