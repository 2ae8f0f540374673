// @taro-modernize-runtime __VERSION__
/** The environment of recorder.js: members of `wx`. */

/** The host takes callbacks and may not return a promise. */
function withPromise<T>(ask: (option: Callbacks<T>) => unknown, option: Callbacks<T> = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const own = {} as Record<string, unknown>;
    for (const key in option) own[key] = option[key as keyof typeof option];
    own.success = (result: T) => {
      if (option.success) option.success(result);
      resolve(result);
    };
    own.fail = (error: WechatMiniprogram.GeneralCallbackResult) => {
      if (option.fail) option.fail(error);
      reject(error);
    };
    ask(own);
  });
}

// Copies contain the platform's global instead of `wx`, and the platform's name instead of `TARO_ENV`.
declare const wx: WechatMiniprogram.Wx;
declare const my: { confirm(option: object): Promise<never> };
declare const process: { env: { TARO_ENV?: string } };

type AuthorizeOption = Parameters<typeof wx.authorize>[0];
type ModalOption = NonNullable<Parameters<typeof wx.showModal>[0]>;
type ModalResult = Parameters<NonNullable<ModalOption['success']>>[0];

interface Callbacks<T> {
  success?: (result: T) => void;
  fail?: (error: WechatMiniprogram.GeneralCallbackResult) => void;
}

export function authorize(option: AuthorizeOption) {
  return withPromise((own) => wx.authorize(own as AuthorizeOption), option);
}

export function getSetting(option?: Parameters<typeof wx.getSetting>[0]) {
  return withPromise((own) => wx.getSetting(own), option);
}

export function openSetting(option: Parameters<typeof wx.openSetting>[0]) {
  return wx.openSetting(option);
}

export function showModal(option: ModalOption) {
  if (process.env.TARO_ENV !== 'alipay') return wx.showModal(option);
  // Alipay names it confirm and returns other fields.
  return my.confirm({
    title: option.title,
    content: option.content,
    success: ({ confirm, errMsg }: ModalResult) =>
      option.success!({ confirm, cancel: !confirm, errMsg } as ModalResult),
    fail: option.fail,
  });
}

export function getNativeManager() {
  return wx.getRecorderManager();
}

/** Only for browsers. */
export function askMicrophone(): Promise<void> {
  return Promise.reject();
}

/** Only for browsers. */
export function queryMicrophone(): Promise<{ state: string }> {
  return Promise.reject();
}

/** Objects shared by all modules of an app; old base libraries have no `globalThis`. */
export function sharedObjects(): unknown[] {
  return [typeof globalThis === 'object' && globalThis, wx];
}

export function watchApp(hide: () => void, show: () => void): void {
  if (wx.onAppHide) wx.onAppHide(hide);
  if (wx.onAppShow) wx.onAppShow(show);
}
