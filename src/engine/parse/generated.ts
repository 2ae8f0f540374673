/** Patterns that only compilers and bundlers write. */
const GENERATED =
  /__webpack_require__|\bwebpack(Jsonp|Chunk)|^\/\/[#@] sourceMappingURL=|Object\.defineProperty\(exports, ["']__esModule["']|@generated\b/m;

const LONG_LINES = 200;

/** Whether a file is minified or build output, which nobody edits. */
export function isGenerated(text: string, filename: string): boolean {
  if (/[.-]min\.[cm]?jsx?$|[\\/]miniprogram_npm[\\/]/.test(filename)) return true;
  return GENERATED.test(text) || text.length / text.split('\n').length > LONG_LINES;
}
