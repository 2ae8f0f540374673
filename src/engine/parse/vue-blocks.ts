/** A top-level block of a single-file component. */
export interface Block {
  tag: string;
  attributes: string;
  /** Offsets of the content. */
  start: number;
  end: number;
}

/** The blocks of a single-file component that contain code, with the extension for their language. */
interface VueBlocks {
  /** `<script setup>` comes first, because the import of the runtime is inserted there. */
  scripts: Block[];
  template: Block | undefined;
  styles: Block[];
  extension: 'js' | 'jsx' | 'ts' | 'tsx';
}

/** Finds the blocks without a compiler. A script with `src` has no code of its own. */
export function vueBlocks(text: string): VueBlocks {
  const all = blocks(text);
  const scripts = all
    .filter((block) => block.tag === 'script' && !isElsewhere(block))
    .sort((a, b) => Number(isSetup(b)) - Number(isSetup(a)));
  const language = /\blang\s*=\s*["']?(js|jsx|ts|tsx)\b/.exec(scripts[0]?.attributes ?? '')?.[1];
  return {
    scripts,
    template: all.find(({ tag }) => tag === 'template'),
    styles: all.filter(({ tag }) => tag === 'style'),
    extension: (language ?? 'js') as VueBlocks['extension'],
  };
}

/** The text with everything else replaced by spaces, so that all offsets, lines and columns stay. */
export function keepOnly(text: string, ranges: readonly { start: number; end: number }[]): string {
  let kept = '';
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start))
    kept += blank(text.slice(kept.length, start)) + text.slice(start, end);
  return kept;
}

export function isSetup({ attributes }: Block): boolean {
  return /\ssetup\b/.test(attributes);
}

/** Whether the content of a block is in another file. */
export function isElsewhere({ attributes }: Block): boolean {
  return /\ssrc\s*=/.test(attributes);
}

/** Whether a template is in a language that is compiled to HTML. */
export function isInOtherLanguage({ attributes }: Block): boolean {
  return /\slang\s*=\s*["']?(?!["']|html\b)/.test(attributes);
}

/** The top-level blocks. Only `<template>` can contain nested tags of the same name. */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  const opening =
    /<!--[\s\S]*?-->|<([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, tag, attributes = '', selfClosing] = match;
    // `<template src="…" />`; a script without content is no place for code.
    if (!tag || (selfClosing && tag !== 'template')) continue;
    const start = match.index + whole.length;
    const end = selfClosing ? start : endOf(tag, text, start);
    found.push({ tag, attributes, start, end });
    opening.lastIndex = end;
  }
  return found;
}

function endOf(tag: string, text: string, start: number): number {
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*?(/?)>`, 'g');
  tags.lastIndex = start;
  let depth = 1;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    if (match[1]) depth--;
    else if (tag === 'template' && !match[2]) depth++;
    if (depth === 0) return match.index;
  }
  return text.length;
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
