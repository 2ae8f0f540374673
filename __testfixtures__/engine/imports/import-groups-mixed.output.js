import a from '@/a'
import { useState } from 'react'
import { recorder } from 'taro-modernize/runtime/recorder'
import { upload } from './api'
import { login } from '@tarojs/taro'
import './index.scss'

recorder.start(a, useState, upload, login)
