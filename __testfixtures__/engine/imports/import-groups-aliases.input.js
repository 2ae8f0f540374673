import a from '@/a'
import b from '~/b'
import '#/c.less'

wx.startRecord(a, b)
