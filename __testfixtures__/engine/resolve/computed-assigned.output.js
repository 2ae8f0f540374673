import { useRef } from 'react'
import { recorder } from 'taro-modernize/runtime/recorder'

recorder.start({})
const key = process.env.NAME
let later
later = wx
later[key]()
const kept = useRef(wx)
kept.current[key]()
const list = load()
list[key]()
