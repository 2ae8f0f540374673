import { recorder } from 'taro-modernize/runtime/recorder'

import a from '@/a'
import b from '~/b'
import '#/c.less'

recorder.start(a, b)
