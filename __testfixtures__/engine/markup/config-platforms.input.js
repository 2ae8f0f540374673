definePageConfig({ optionMenu: {} })
defineAppConfig({ navigateToMiniProgramAppIdList: ['wx0'] })
