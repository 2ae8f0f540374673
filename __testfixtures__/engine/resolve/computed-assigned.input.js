import { useRef } from 'react'

wx.startRecord({})
const key = process.env.NAME
let later
later = wx
later[key]()
const kept = useRef(wx)
kept.current[key]()
const list = load()
list[key]()
