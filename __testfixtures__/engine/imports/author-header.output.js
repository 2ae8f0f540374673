/*
 * @Author: somebody
 */
import { recorder } from 'taro-modernize/runtime/recorder'

Page({ go: () => recorder.stop() })
