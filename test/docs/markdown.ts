/** A code block of a Markdown text. */
export interface Block {
  language: string;
  code: string;
  /** 1-based line of the opening fence. */
  line: number;
  /** The path in backticks that stands alone in the last line above the block, or above the block before it. */
  file?: string;
}

/** All fenced code blocks, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let file: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const fence = /^( *)```(\S*)/.exec(line);
    if (!fence) {
      if (line.trim() !== '') file = /^`([^`\s]+)`$/.exec(line)?.[1];
      continue;
    }
    const end = lines.findIndex((other, at) => at > index && other.trim() === '```');
    if (end < 0) throw new Error(`line ${index + 1}: the code block has no end`);
    const code = lines.slice(index + 1, end).map((text) => text.slice(fence[1]!.length));
    blocks.push({
      language: fence[2]!,
      code: code.map((text) => `${text}\n`).join(''),
      line: index + 1,
      ...(file !== undefined && { file }),
    });
    index = end;
  }
  return blocks;
}
