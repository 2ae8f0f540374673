import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import PlaygroundPage from './PlaygroundPage.vue';
import './style.css';
import './playground.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('PlaygroundPage', PlaygroundPage);
  },
} satisfies Theme;
