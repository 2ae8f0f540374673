/* eslint-disable */
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.stop()
