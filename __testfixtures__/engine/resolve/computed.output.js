import { recorder } from "taro-modernize/runtime/recorder"

recorder.start({})
recorder.stop()
recorder /* the old one */ ["start"]({})
