import Taro from '@tarojs/taro'

const START = 'startRecord'
Taro[START /* s */]({})
Taro[/* b */ START]({})
Taro[START // t
]({})
