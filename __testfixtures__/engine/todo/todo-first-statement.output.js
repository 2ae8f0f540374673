import { recorder } from 'taro-modernize/runtime/recorder'

// TODO(taro-modernize): startRecord: the object is the result of a call, so it is unclear whether this is the platform API (REC105). Run npx taro-modernize scan, which also uses type information. Or decide yourself: if it is, call recorder.start instead; if not, suppress this with // taro-modernize-ignore.
foo().startRecord()
recorder.start()
