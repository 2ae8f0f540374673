/** What compilers and bundlers write, and people do not. */
const GENERATED =
  /__webpack_require__|\bwebpack(Jsonp|Chunk)|^\/\/[#@] sourceMappingURL=|Object\.defineProperty\(exports, ["']__esModule["']|@generated\b/m;

const LONG_LINES = 200;

/** Whether a file is minified or the output of a build, so that nobody edits it by hand. */
export function isGenerated(text: string, filename: string): boolean {
  if (/[.-]min\.[cm]?jsx?$|[\\/]miniprogram_npm[\\/]/.test(filename)) return true;
  return GENERATED.test(text) || text.length / text.split('\n').length > LONG_LINES;
}
