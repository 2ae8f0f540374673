import {login}from"@tarojs/taro"; import { recorder } from "taro-modernize/runtime/recorder";login();recorder.start({});recorder.stop()
