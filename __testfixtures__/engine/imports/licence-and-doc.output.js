/*! Licence */

import { recorder } from 'taro-modernize/runtime/recorder'

/** Documented. */
export function f() {
  recorder.stop()
}
