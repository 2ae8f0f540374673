/** The exit codes of the CLI, on which scripts rely. */
export const EXIT = {
  /** Also when there was nothing to do. */
  done: 0,
  /** `--check` found something, or a file could not be processed. */
  left: 1,
  /** Invalid usage or configuration, or refused to run. */
  refused: 2,
  interrupted: 130,
} as const;
