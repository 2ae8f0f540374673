export const save = (done) => {
  wx.canvasToTempFilePath({ canvasId: 'poster', success: done });
  wx.canvasToTempFilePath({ canvasId: 'elsewhere', success: done });
  wx.canvasToTempFilePath({ canvas: node, success: done });
};
