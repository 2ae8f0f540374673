/** A track of the microphone. */
export class FakeTrack {
  readyState = 'live';
  onmute?: () => void;
  onunmute?: () => void;
  onended?: () => void;
  stop() {
    this.readyState = 'ended';
  }
}

/** The browser's recorder, which has sound as soon as it is stopped. */
export class FakeMediaRecorder {
  static supported = /webm/;
  static bytes = 'sound';
  /** The type once it has begun, if it differs from the requested one. */
  static says: string | undefined;
  /** The latest one. */
  static last: FakeMediaRecorder;
  static isTypeSupported = (type: string) => FakeMediaRecorder.supported.test(type);
  state = 'inactive';
  mimeType: string;
  onstart?: () => void;
  onstop?: () => void;
  onerror?: (event: object) => void;
  ondataavailable?: (event: { data: Blob }) => void;
  constructor(
    readonly stream: { getTracks(): FakeTrack[] },
    option: { mimeType?: string },
  ) {
    this.mimeType = option.mimeType ?? 'audio/webm';
    FakeMediaRecorder.last = this;
  }
  start() {
    this.state = 'recording';
    this.mimeType = FakeMediaRecorder.says ?? this.mimeType;
    queueMicrotask(() => this.onstart?.());
  }
  pause() {
    this.state = 'paused';
  }
  resume() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.ondataavailable?.({ data: new Blob([FakeMediaRecorder.bytes]) });
      this.onstop?.();
    });
  }
}
