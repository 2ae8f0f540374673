import Taro,{login}from"@tarojs/taro";login();Taro.startRecord({});Taro.stopRecord()
