import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import PlaygroundPage from './PlaygroundPage.vue';
import StartExample from './StartExample.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('PlaygroundPage', PlaygroundPage);
    app.component('StartExample', StartExample);
  },
} satisfies Theme;
