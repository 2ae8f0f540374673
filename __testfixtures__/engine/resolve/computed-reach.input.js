import Taro from '@tarojs/taro'

const key = process.env.NAME
Taro.startRecord({})

const named = Taro
named[key]()
const again = named
again[key]()
const chosen = process.env.TT ? tt : wx
chosen[key]()
const last = (console.log(key), wx)
last[key]()
const either = tt || wx
either[key]()
const module = require('@tarojs/taro')
module.default[key]()
async function load() {
  const loaded = await import('@tarojs/taro')
  loaded[key]()
  loaded.default[key]()
}

const list = load()
list[key]()
const { shown } = Taro
shown[key]()
