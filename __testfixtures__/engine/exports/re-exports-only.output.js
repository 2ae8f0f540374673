import { recorder } from "taro-modernize/runtime/recorder";

/* The APIs of this app. */
export const startRecord = recorder.start;
export const stopRecord = recorder.stop;
export default recorder.stop;
