import { recorder } from 'taro-modernize/runtime/recorder'

const session = () => ({ [Symbol.dispose]: () => recorder.stop() })

export async function record() {
  using current = session()
  await using other = { [Symbol.asyncDispose]: async () => { recorder.stop() } }
  recorder.start({ success: () => console.log(current, other) })
}
