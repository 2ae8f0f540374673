/** The text cannot be parsed. `line` and `column` are 1-based. */
export class SourceError extends Error {
  override readonly name: string = 'SourceError';
  constructor(
    message: string,
    readonly filename: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** The code is nested too deeply for the call stack. */
export class DepthError extends SourceError {
  override readonly name = 'DepthError';

  constructor(filename: string) {
    super('the code is nested too deeply', filename, 1, 1);
  }
}

/** Runs code that needs a call for each level of a program. @throws {DepthError} when there are too many */
export function withinDepth<Value>(filename: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw new DepthError(filename);
    throw error;
  }
}

/**
 * The rewritten text does not parse, which is a bug in taro-modernize. The text is discarded. `line` and
 * `column` are positions in it.
 */
export class OutputError extends SourceError {
  override readonly name = 'OutputError';
  /** The parser's error message. */
  readonly detail: string;

  constructor({ message, filename, line, column }: SourceError) {
    super(
      `the rewritten text does not parse (${message}). This is a defect of taro-modernize: the file stays as it is. Please report it with the file.`,
      filename,
      line,
      column,
    );
    this.detail = message;
  }
}
