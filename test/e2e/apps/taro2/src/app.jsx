import Taro, { Component } from '@tarojs/taro'
import Index from './pages/index'

import './app.css'

class App extends Component {
  config = {
    pages: ['pages/index/index', 'pages/talk/index', 'pages/wait/index'],
    window: { navigationBarTitleText: '录音' }
  }

  render () {
    return <Index />
  }
}

Taro.render(<App />, document.getElementById('app'))
