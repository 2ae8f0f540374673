import type { OutputError, SourceError } from '../../../src/engine/errors';
import type { Problem } from './protocol';

/** An error of the engine as a problem of the file. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  switch (error instanceof Error ? error.name : '') {
    case 'SourceError': {
      const { line, column } = error as SourceError;
      return { kind: 'syntax', message, line, column };
    }
    case 'DepthError':
      return { kind: 'too-deep', message };
    case 'OutputError':
      return { kind: 'defect', message: (error as OutputError).detail };
    default:
      return { kind: 'internal', message };
  }
}
