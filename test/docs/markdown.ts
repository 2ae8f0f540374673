/** A code block of a Markdown text. */
export interface Block {
  language: string;
  code: string;
  /** Line of the opening fence, 1-based. */
  line: number;
  /** The path in backticks that is the whole last line before the block, or before the previous block. */
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
    if (end < 0) throw new Error(`line ${index + 1}: the code block is not closed`);
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
