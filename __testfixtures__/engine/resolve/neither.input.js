import { promisify } from './promisify'

export const startRecord = promisify(wx.startRecord)
const { stopRecord } = wx
export const stop = () => stopRecord()
if (wx.canIUse('startRecord')) wx.createCameraContext().startRecord()
