import type { DefaultTheme, LocaleConfig } from 'vitepress';
import { navigation } from './navigation';
import { REPOSITORY } from './pages';

/** Chinese at `/`, English at `/en/`. */
export const locales: LocaleConfig<DefaultTheme.Config> = {
  root: {
    label: '简体中文',
    lang: 'zh-CN',
    description: '把 Taro 和小程序中停止维护的 API 改写为替代接口的 codemod、Taro 插件和 ESLint 插件',
    themeConfig: {
      ...navigation('zh'),
      editLink: editLink('在 GitHub 上编辑此页'),
      docFooter: { prev: '上一页', next: '下一页' },
      outline: { label: '本页目录', level: [2, 3] },
      darkModeSwitchLabel: '外观',
      lightModeSwitchTitle: '切换到浅色模式',
      darkModeSwitchTitle: '切换到深色模式',
      sidebarMenuLabel: '目录',
      returnToTopLabel: '返回顶部',
      langMenuLabel: '切换语言',
      skipToContentLabel: '跳转到内容',
      notFound: {
        title: '页面不存在',
        quote: '这个地址没有页面，请使用搜索或目录。',
        linkLabel: '返回首页',
        linkText: '返回首页',
      },
      search: searchTexts({
        button: '搜索',
        reset: '清除',
        details: '显示详细列表',
        back: '关闭搜索',
        none: '没有找到：',
        select: '选择',
        navigate: '切换',
        close: '关闭',
      }),
    },
  },
  en: {
    label: 'English',
    lang: 'en-US',
    link: '/en/',
    description: 'Codemod, Taro plugin and ESLint plugin that replace deprecated Taro and mini program APIs',
    themeConfig: {
      ...navigation('en'),
      editLink: editLink('Edit this page on GitHub'),
      outline: { level: [2, 3] },
    },
  },
};

function editLink(text: string): DefaultTheme.EditLink {
  return { text, pattern: `${REPOSITORY}/edit/main/:path` };
}

function searchTexts(
  texts: Record<'button' | 'reset' | 'details' | 'back' | 'none' | 'select' | 'navigate' | 'close', string>,
) {
  return {
    provider: 'local' as const,
    options: {
      translations: {
        button: { buttonText: texts.button, buttonAriaLabel: texts.button },
        modal: {
          displayDetails: texts.details,
          resetButtonTitle: texts.reset,
          backButtonTitle: texts.back,
          noResultsText: texts.none,
          footer: { selectText: texts.select, navigateText: texts.navigate, closeText: texts.close },
        },
      },
    },
  };
}
