import { processApis } from '@tarojs/shared';
import { evaluateRuntime, type Surroundings, sourceOf } from './runtime-module';

export interface FilesHostOptions {
  /** As in `process.env.TARO_ENV`. */
  platform?: string;
  /** `none` below base library 1.9.9. Managers of older libraries return no digest. */
  manager?: 'none' | 'without digest' | 'with digest';
  /** The prefix of the manager's messages. */
  prefix?: string;
  /** Other platforms have their own APIs of these names. */
  hasOld?: boolean;
}

type Result = Record<string, unknown>;

interface Option {
  tempFilePath?: string;
  filePath?: string;
  digestAlgorithm?: string;
  success?: (result: Result) => void;
  fail?: (error: Result) => void;
  complete?: (result: Result) => void;
}
type Call = (option?: Option) => unknown;

export const FILE_METHODS = ['saveFile', 'getSavedFileList', 'removeSavedFile', 'getFileInfo'] as const;
export type FileMethod = (typeof FILE_METHODS)[number];

/** The files of a mini program, for the old functions and the manager. */
export class FakeFiles {
  /** The called functions: `saveFile` or `manager.saveFile`. */
  readonly calls: string[] = [];
  readonly platform: string;
  /** The host's own object, such as `wx`. */
  readonly wx: Record<string, unknown> = {};
  /** Taro's module for this host. */
  readonly taro: Record<string, unknown> = {};
  private readonly files = new Map([
    ['wxfile://tmp_a.png', 3],
    ['wxfile://tmp_b.mp3', 5000],
  ]);
  private readonly saved: string[] = [];

  constructor({
    platform = 'weapp',
    manager = 'with digest',
    prefix = '',
    hasOld = true,
  }: FilesHostOptions = {}) {
    this.platform = platform;
    const methods = (begin: string, digests: readonly string[], name: string) =>
      Object.fromEntries(
        FILE_METHODS.map((method): [string, Call] => [
          method,
          (option) => {
            this.calls.push(name + method);
            return this.answer(method, option ?? {}, begin, digests, name === '');
          },
        ]),
      );
    if (hasOld) Object.assign(this.wx, methods('', ['md5', 'sha1'], ''));
    if (manager !== 'none') {
      const digests = manager === 'with digest' ? ['md5', 'sha1', 'sha256'] : [];
      const all = methods(prefix, digests, 'manager.');
      this.wx.getFileSystemManager = () => all;
    }
    this.wx.canIUse = (name: string) => Object.hasOwn(this.wx, name);
    // Taro's own promises, and its copies of the host's other members.
    Object.assign(this.taro, this.wx);
    processApis(this.taro, this.wx, {
      isOnlyPromisify: true,
      needPromiseApis: new Set(hasOld ? FILE_METHODS : []),
    });
    Object.defineProperties(this.taro, { default: { value: this.taro }, __esModule: { value: true } });
  }

  private answer(
    method: FileMethod,
    option: Option,
    begin: string,
    digests: readonly string[],
    isOld: boolean,
  ): unknown {
    const hasCallbacks = option.success || option.fail || option.complete;
    const run = (resolve?: (result: Result) => void, reject?: (error: Result) => void) => {
      setImmediate(() => {
        try {
          const result = { ...this.run(method, option, digests), errMsg: `${begin}${method}:ok` };
          resolve?.(result);
          option.success?.(result);
          option.complete?.(result);
        } catch (error) {
          const result = { errMsg: `${begin}${method}:fail ${(error as Error).message}` };
          reject?.(result);
          option.fail?.(result);
          option.complete?.(result);
        }
      });
    };
    // WeChat's own functions return a promise unless they get a callback; the manager's never do.
    if (isOld && !hasCallbacks) return new Promise(run);
    run();
    return undefined;
  }

  private run(method: FileMethod, option: Option, digests: readonly string[]): Result {
    const path = method === 'saveFile' ? option.tempFilePath : option.filePath;
    const size = this.files.get(path ?? '');
    if (method !== 'getSavedFileList' && size === undefined) throw new Error('file not exist');
    switch (method) {
      case 'saveFile': {
        const savedFilePath = `wxfile://store_${this.saved.length}`;
        this.files.delete(path!);
        this.files.set(savedFilePath, size!);
        this.saved.push(savedFilePath);
        return { savedFilePath };
      }
      case 'getSavedFileList':
        return {
          fileList: this.saved.map((filePath, index) => ({
            filePath,
            size: this.files.get(filePath),
            createTime: 1_700_000_000 + index,
          })),
        };
      case 'removeSavedFile':
        this.files.delete(path!);
        this.saved.splice(this.saved.indexOf(path!), 1);
        return {};
      case 'getFileInfo': {
        const algorithm = option.digestAlgorithm ?? 'md5';
        return { size, ...(digests.includes(algorithm) && { digest: `${algorithm} of ${path}` }) };
      }
    }
  }
}

export type FilesRuntime = typeof import('../../src/migrations/save-file/runtime/files');

/** The runtime as a module of an app on a host. */
export function loadFiles(host: FakeFiles): FilesRuntime {
  const surroundings: Surroundings = {
    require: () => host.taro,
    process: { env: { TARO_ENV: host.platform } },
  };
  return evaluateRuntime(sourceOf('files'), surroundings) as FilesRuntime;
}
