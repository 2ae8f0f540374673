import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { MarkdownRenderer } from 'vitepress';
import { type Example, examplesOf } from '../../playground/examples';
import { fragmentOf } from '../../playground/link';
import type { State } from '../../playground/state';
import { BASE, ROOT } from '../pages';
import { fileOf } from './links';

const TEXTS = { en: 'Try it in the playground', zh: '在线试用这个示例' } as const;

/** Adds a link to the playground below each example of the pages of findings and migrations. */
export function tryIt(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.core.ruler.push('examples', ({ src, env }) => {
    const file = fileOf(env);
    if (!/^docs\/(zh-CN\/)?(findings|migrations)\//.test(file)) return;
    const english = readFileSync(join(ROOT, file.replace('zh-CN/', '')), 'utf8');
    env.examples = examplesOf(file, src, english);
  });
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const code = fence!(tokens, index, options, env, self);
    const example = env.examples?.find(({ line }: Example) => line === tokens[index]!.map?.[0]);
    return example ? code + link(example.state, /zh-CN/.test(fileOf(env)) ? 'zh' : 'en') : code;
  };
}

function link(state: State, language: keyof typeof TEXTS): string {
  const root = `${BASE}${language === 'zh' ? '' : 'en/'}`;
  const fragment = fragmentOf(deflateRawSync(JSON.stringify(state)));
  return `<p class="try-it"><a href="${root}playground${fragment}">${TEXTS[language]}</a></p>`;
}
