import type { Config } from '@tarojs/taro'

const config: Config = {
  pages: ['pages/index/index'],
  window: {
    // taro-modernize-ignore DEP131 Alipay still has it
    optionMenu: { icon: 'a' },
  },
  navigateToMiniProgramAppIdList: ['wx0'],
}

export default config
