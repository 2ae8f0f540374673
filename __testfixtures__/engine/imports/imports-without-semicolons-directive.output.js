'use strict'
import { recorder } from 'taro-modernize/runtime/recorder'
import { login } from './own'
[1].forEach(() => recorder.start(login))
