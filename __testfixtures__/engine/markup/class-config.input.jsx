import Taro, { Component } from '@tarojs/taro'

export default class Index extends Component {
  config = { navigationBarTitleText: 'a', optionMenu: { icon: 'b' } }
  static config = { optionMenu: 1 }
  options = { optionMenu: 1 }

  render() {
    return this.config.optionMenu
  }
}
