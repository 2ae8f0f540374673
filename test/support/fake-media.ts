import { processApis } from '@tarojs/shared';
import { evaluateRuntime, type Surroundings, sourceOf } from './runtime-module';

export interface MediaHostOptions {
  /** As in `process.env.TARO_ENV`. */
  platform?: string;
  library?: '2.9.0' | '2.20.0' | '2.24.7' | '2.25.0' | '3.7.0';
  /** The user's choice in the picker. */
  person?: 'chooses' | 'cancels';
  /** Whether Taro makes chooseMedia return a promise, as it does from 3.0.26 on. */
  isPromised?: boolean;
  hasOld?: boolean;
}

type Result = Record<string, unknown>;
type Option = Record<string, unknown>;
type Call = (option?: Option) => unknown;

/** The pickers of a host: the old ones, and WeChat's chooseMedia from 2.10.0 on. */
export class FakeMedia {
  readonly calls: { api: string; option: Option }[] = [];
  readonly platform: string;
  readonly wx: Record<string, unknown> = {};
  readonly taro: Record<string, unknown> = {};
  private readonly library: number[];

  constructor({
    platform = 'weapp',
    library = '3.7.0',
    person = 'chooses',
    isPromised = true,
    hasOld = true,
  }: MediaHostOptions = {}) {
    this.platform = platform;
    this.library = library.split('.').map(Number);
    const pick = (option: Option, type: string, most: number) => {
      if (person === 'cancels') throw new Error('cancel');
      const asked = (option.count as number | undefined) ?? 9;
      return Array.from({ length: Math.min(asked, most, 12) }, (_, index) => ({
        tempFilePath: `wxfile://tmp_${index}.${type === 'image' ? 'png' : 'mp4'}`,
        size: 100 + index,
        fileType: type,
        ...(type === 'video' && {
          duration: 7.5,
          width: 640,
          height: 480,
          thumbTempFilePath: 'wxfile://tmp_0.jpg',
        }),
      }));
    };
    const most = this.isFrom(2, 25) ? 20 : 9;
    if (hasOld) {
      // The limit of the old picker depends on the client, not on the base library.
      this.api('chooseImage', (option) => {
        const files = pick(option, 'image', 20);
        return {
          tempFilePaths: files.map(({ tempFilePath }) => tempFilePath),
          tempFiles: files.map(({ tempFilePath: path, size }) => ({ path, size })),
        };
      });
      this.api('chooseVideo', (option) => {
        const { fileType: _, ...file } = pick({ ...option, count: 1 }, 'video', 1)[0]!;
        return file;
      });
    }
    if (this.isFrom(2, 10) && !['alipay', 'tt'].includes(platform))
      this.api('chooseMedia', (option) => {
        const [type] = option.mediaType as string[];
        return { tempFiles: pick(option, type!, most), type };
      });
    if (this.isFrom(2, 20)) this.wx.getAppBaseInfo = () => ({ SDKVersion: library });
    this.wx.canIUse = (name: string) => Object.hasOwn(this.wx, name);
    Object.assign(this.taro, this.wx);
    const promised = ['chooseImage', 'chooseVideo', 'chooseMedia'].filter(
      (name) => name in this.wx && (isPromised || name !== 'chooseMedia'),
    );
    processApis(this.taro, this.wx, { isOnlyPromisify: true, needPromiseApis: new Set(promised) });
    Object.defineProperties(this.taro, { default: { value: this.taro }, __esModule: { value: true } });
  }

  private isFrom(major: number, minor: number): boolean {
    const [has, sub] = this.library as [number, number];
    return has > major || (has === major && sub >= minor);
  }

  private api(api: string, run: (option: Option) => Result): void {
    const call: Call = (option = {}) => {
      const { success, fail, complete, ...rest } = option as Record<string, (result: Result) => void>;
      this.calls.push({ api, option: rest });
      const settle = (resolve?: Call, reject?: Call) => {
        setImmediate(() => {
          try {
            const result = { ...run(option), errMsg: `${api}:ok` };
            resolve?.(result);
            success?.(result);
            complete?.(result);
          } catch (error) {
            const result = { errMsg: `${api}:fail ${(error as Error).message}` };
            reject?.(result);
            fail?.(result);
            complete?.(result);
          }
        });
      };
      if (!success && !fail && !complete) return new Promise(settle);
      settle();
      return undefined;
    };
    this.wx[api] = call;
  }
}

export type MediaRuntime = typeof import('../../src/migrations/choose-image/runtime/media');

/** The runtime as a module of an app on a host. */
export function loadMedia(host: FakeMedia): MediaRuntime {
  const surroundings: Surroundings = {
    require: () => host.taro,
    process: { env: { TARO_ENV: host.platform } },
  };
  return evaluateRuntime(sourceOf('media'), surroundings) as MediaRuntime;
}
