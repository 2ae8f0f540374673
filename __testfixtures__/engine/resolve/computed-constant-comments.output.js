import { recorder } from 'taro-modernize/runtime/recorder'

recorder['start' /* s */]({})
recorder[/* b */ 'start']({})
recorder['start' // t
]({})
