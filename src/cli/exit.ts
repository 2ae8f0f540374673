/** The exit codes of the command line; scripts rely on them. */
export const EXIT = {
  /** Also when nothing was to do. */
  done: 0,
  /** `--check` found something left, or a file could not be processed. */
  left: 1,
  /** Wrong usage or configuration, or refused. */
  refused: 2,
  interrupted: 130,
} as const;
