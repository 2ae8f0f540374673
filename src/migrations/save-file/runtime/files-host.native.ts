// @taro-modernize-runtime __VERSION__
// biome-ignore-all lint/complexity/useOptionalChain: as ES5 this is half the size
/** The environment of files.js: members of `wx`. */

/** `undefined` if the platform does not support it. */
export function fileManager(): object | undefined {
  return wx.getFileSystemManager && wx.getFileSystemManager();
}

// Copies contain the platform's global instead of `wx`.
declare const wx: {
  getFileSystemManager?(): object;
  // New typings lack these.
  getFileInfo(option: InfoOption): Promise<InfoResult>;
  getSavedFileList(option?: ListOption): Promise<ListResult>;
  removeSavedFile(option: RemoveOption): Promise<Result>;
  saveFile(option: SaveOption): Promise<SaveResult>;
};

interface Result {
  errMsg: string;
}

interface InfoResult extends Result {
  /** In bytes. */
  size: number;
  digest: string;
}

interface ListResult extends Result {
  fileList: {
    /** In seconds since 1970. */
    createTime: number;
    filePath: string;
    /** In bytes. */
    size: number;
  }[];
}

interface SaveResult extends Result {
  savedFilePath: string;
}

interface Callbacks<Value> {
  success?: (result: Value) => void;
  fail?: (error: Result) => void;
  complete?: (result: Value | Result) => void;
}

interface InfoOption extends Callbacks<InfoResult> {
  filePath: string;
  digestAlgorithm?: 'md5' | 'sha1';
}

interface ListOption extends Callbacks<ListResult> {}

interface RemoveOption extends Callbacks<Result> {
  filePath: string;
}

interface SaveOption extends Callbacks<SaveResult> {
  tempFilePath: string;
  filePath?: string;
}

export function nativeInfo(option: InfoOption) {
  return wx.getFileInfo(option);
}

export function nativeList(option?: ListOption) {
  return wx.getSavedFileList(option);
}

export function nativeRemove(option: RemoveOption) {
  return wx.removeSavedFile(option);
}

export function nativeSave(option: SaveOption) {
  return wx.saveFile(option);
}
