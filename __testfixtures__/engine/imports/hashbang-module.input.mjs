#!/usr/bin/env node
// a tool
import Taro from "@tarojs/taro"

Taro.startRecord({})
