import { createColors } from 'picocolors';

export type Colors = Pick<
  ReturnType<typeof createColors>,
  'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'underline'
>;

export const plain: Colors = createColors(false);

interface ColorWish {
  /** `--no-color`. */
  off: boolean;
  isTTY: boolean;
  env: Readonly<Record<string, string | undefined>>;
}

/** See https://no-color.org. FORCE_COLOR works as in Node. */
export function colorsFor({ off, isTTY, env }: ColorWish): Colors {
  if (off || (env.NO_COLOR ?? '') !== '') return plain;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return createColors(force !== '0' && force !== 'false');
  return createColors(isTTY && env.TERM !== 'dumb');
}
