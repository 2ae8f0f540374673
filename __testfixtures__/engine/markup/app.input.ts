const platform = process.env.TARO_ENV === 'alipay' ? { window: { optionMenu: {} } } : {}
const window = { optionMenu: { icon: 'a' } }

export const config = defineAppConfig({
  ...platform,
  'navigateToMiniProgramAppIdList': ['wx0'],
  window: { ...window, navigationBarTitleText: 'a' },
  ['optionMenu']: 1,
})

// taro-modernize-ignore kept for Douyin
defineAppConfig({ navigateToMiniProgramAppIdList: ['wx0'] })

const page = { optionMenu: {} as const, window: { optionMenu: {} } } satisfies object
definePageConfig(page)

export function own(defineAppConfig: (value: object) => void) {
  defineAppConfig({ navigateToMiniProgramAppIdList: [] })
}
export default { navigateToMiniProgramAppIdList: [] }
definePageConfig({ [optionMenu]: {}, ['optionMenu']: {} })

export class Page extends Component {
  config = { window: { optionMenu: {} } }
}
