import { recorder } from 'taro-modernize/runtime/recorder'

const START = 'startRecord'
recorder['start' /* s */]({})
recorder[/* b */ 'start']({})
recorder['start' // t
]({})
