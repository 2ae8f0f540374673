import { recorder } from 'taro-modernize/runtime/recorder'

recorder
  // begins
  .start({})
recorder /* a */ . /* b */ stop()
