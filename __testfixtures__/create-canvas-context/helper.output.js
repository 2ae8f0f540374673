import { canvasToTempFilePath } from 'taro-modernize/runtime/canvas';

export const save = (done) => {
  canvasToTempFilePath({ canvasId: 'poster', success: done });
  wx.canvasToTempFilePath({ canvasId: 'elsewhere', success: done });
  wx.canvasToTempFilePath({ canvas: node, success: done });
};
