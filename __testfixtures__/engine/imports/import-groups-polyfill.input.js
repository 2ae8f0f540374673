import { useState } from 'react'
import './polyfill'
import { upload } from './api'
import './index.scss'

wx.startRecord(upload, useState)
