const { canvasToTempFilePath, createCanvasContext } = require('taro-modernize/runtime/canvas');

Page({
  onReady() {
    const ctx = createCanvasContext('poster', this);
    ctx.drawImage('/images/a.png', 0, 0);
    ctx.draw(false, () => {
      canvasToTempFilePath({ canvasId: 'poster', success: console.log }, this);
    });
    wx.createCanvasContext('chart').draw();
    wx.createCanvasContext('new').draw();
  },
});
