import MagicString from 'magic-string';
import { vi } from 'vitest';

/** A defect of ours: edits of a text give another text than they should. `vi.restoreAllMocks` takes it back. */
export function spoilOutputs(spoil: (text: string) => string): void {
  const real = MagicString.prototype.toString;
  vi.spyOn(MagicString.prototype, 'toString').mockImplementation(function (this: MagicString) {
    return spoil(real.call(this));
  });
}
