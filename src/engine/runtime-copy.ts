/** The first line of every copy of a runtime. */
const RUNTIME_HEADER = /^\uFEFF?\s*(\/\/|\/\*+)\s*@taro-modernize-runtime\b/;

/** Whether a text is a copy of one of our runtimes, which is never rewritten, scanned or counted. */
export function isRuntimeCopy(source: string): boolean {
  return RUNTIME_HEADER.test(source);
}
