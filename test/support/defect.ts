import MagicString from 'magic-string';
import { vi } from 'vitest';

/** Simulates a bug: edits produce another text than they should. `vi.restoreAllMocks` removes it. */
export function spoilOutputs(spoil: (text: string) => string): void {
  const real = MagicString.prototype.toString;
  vi.spyOn(MagicString.prototype, 'toString').mockImplementation(function (this: MagicString) {
    return spoil(real.call(this));
  });
}
