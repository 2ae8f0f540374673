#!/usr/bin/env node
// a tool
import { recorder } from "taro-modernize/runtime/recorder"

recorder.start({})
