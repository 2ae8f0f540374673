import { FakeSystem } from './fake-system';
import { type Callback, FakeWx, type Option, type RecorderEvent } from './fake-wx';

/**
 * An Alipay client with what a recording page needs, as documented: its permissions have other names, a
 * refusal is asked again unless it was permanent, listeners accumulate, the duration of a recording is in
 * seconds, and leaving the app fails a running recording.
 */
export class FakeMy extends FakeWx {
  constructor() {
    super(new FakeSystem({ platform: 'alipay' }));
  }

  private readonly added = new Map<RecorderEvent, Set<Callback>>();

  override answer(isAllowed: boolean): void {
    super.answer(isAllowed);
    if (!isAllowed) this.grant = undefined;
  }

  override toBackground(): void {
    for (const run of this.hide) run();
    if (this.state !== 'recording') return;
    this.state = 'idle';
    this.isRecording = false;
    this.emit('Error', { error: 1001, errorMessage: '小程序退到后台' });
  }

  protected override listen(event: RecorderEvent, listener: Callback): void {
    const own = this.added.get(event) ?? new Set();
    this.added.set(event, own.add(listener));
  }

  protected override emit(event: RecorderEvent, { errMsg, ...result }: Record<string, unknown>): void {
    const seconds = typeof result.duration === 'number' && { duration: result.duration / 1000 };
    for (const listener of this.added.get(event) ?? [])
      listener({ ...result, ...seconds, ...errorOf(errMsg) });
  }

  protected override members(): Record<string, unknown> {
    const wx = super.members();
    const manager = (wx.getRecorderManager as () => Record<string, unknown>)();
    for (const name of Object.keys(manager).filter((key) => key.startsWith('on'))) {
      const event = name.slice(2) as RecorderEvent;
      manager[`off${event}`] = (listener?: Callback) => {
        if (listener) this.added.get(event)?.delete(listener);
        else this.added.delete(event);
      };
    }
    for (const name of ['showModal', 'playVoice', 'pauseVoice', 'stopVoice']) delete wx[name];
    return { ...wx, ...this.own() };
  }

  /** APIs whose names, options or results differ from WeChat's. */
  private own(): Record<string, unknown> {
    return {
      getSetting: (option: Option = {}) =>
        answer(option, { authSetting: this.grant === undefined ? {} : { audioRecord: this.grant } }),
      authorize: (option: Option = {}) => {
        if (option.scopes !== 'scope.audioRecord') {
          answer(option, { error: 2, errorMessage: `无效的 scopes ${option.scopes}` }, false);
          return;
        }
        const isFinal = this.grant === false;
        this.ask(() => {
          if (this.grant) answer(option, { successScopes: ['scope.audioRecord'] });
          else answer(option, { error: isFinal ? 2002 : 2001, errorMessage: '用户拒绝授权' }, false);
        });
      },
      confirm: (option: Option = {}) => answer(option, { confirm: this.settings !== undefined }),
      openSetting: (option: Option = {}) => {
        this.grant = this.settings;
        answer(option, { authSetting: { audioRecord: this.grant } });
      },
      getStorageSync: () => ({ data: null }),
      showToast: (option: Option = {}) => {
        this.toasts.push(String(option.content));
        answer(option, {});
      },
      saveFile: (option: Option = {}) =>
        answer(
          option,
          option.apFilePath
            ? { apFilePath: 'wxfile://store/record' }
            : { error: 2, errorMessage: '无 apFilePath' },
          Boolean(option.apFilePath),
        ),
      uploadFile: (option: Option = {}) =>
        answer(option, { statusCode: 200, data: '{"url":"https://example.com/voice"}' }),
    };
  }
}

function answer(option: Option, result: Record<string, unknown>, isSuccess = true): void {
  setTimeout(() => {
    (isSuccess ? option.success : option.fail)?.(result);
    option.complete?.(result);
  }, 10);
}

/** Alipay's form of a recorder error. */
function errorOf(errMsg: unknown): Record<string, unknown> {
  if (errMsg === undefined) return {};
  const text = String(errMsg);
  const error = /is recording/.test(text) ? -4 : /deny/.test(text) ? 10 : -1;
  return { error, errorMessage: error === 10 ? '没有录音权限' : text };
}
