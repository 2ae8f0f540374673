import { recorder } from 'taro-modernize/runtime/recorder'

// TODO(taro-modernize): startRecord: the object is the result of a call, so it is not certain whose method this is (REC105). Run npx taro-modernize scan, which asks TypeScript as well. Or call the API on Taro (or wx) itself, or silence this with // taro-modernize-ignore.
foo().startRecord()
recorder.start()
