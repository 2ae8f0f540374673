import { deflateRawSync } from 'node:zlib';
import type { MarkdownRenderer } from 'vitepress';
import { examplesOf } from '../../playground/examples';
import { fragmentOf } from '../../playground/link';
import type { State } from '../../playground/state';
import { BASE } from '../pages';
import { fileOf } from './links';

const TEXTS = { en: 'Try it in the playground', zh: '在线试用这个示例' } as const;

/** Adds a link to the playground below each example of the pages of findings and migrations. */
export function tryIt(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = fence!(tokens, index, options, env, self);
    const file = fileOf(env);
    const example = examplesOf(file, env.content ?? '').find(({ line }) => line === tokens[index]!.map?.[0]);
    return example ? html + link(example.state, /zh/.test(file) ? 'zh' : 'en') : html;
  };
  md.core.ruler.push('content', ({ src, env }) => {
    env.content = src;
  });
}

function link(state: State, language: keyof typeof TEXTS): string {
  const root = `${BASE}${language === 'zh' ? '' : 'en/'}`;
  const fragment = fragmentOf(deflateRawSync(JSON.stringify(state)));
  return `<p class="try-it"><a href="${root}playground${fragment}">${TEXTS[language]}</a></p>`;
}
