import a from '@/a'
import { useState } from 'react'
import { upload } from './api'
import { login } from '@tarojs/taro'
import './index.scss'

wx.startRecord(a, useState, upload, login)
