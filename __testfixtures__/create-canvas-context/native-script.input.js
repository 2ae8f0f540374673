Page({
  onReady() {
    const ctx = wx.createCanvasContext('poster', this);
    ctx.drawImage('/images/a.png', 0, 0);
    ctx.draw(false, () => {
      wx.canvasToTempFilePath({ canvasId: 'poster', success: console.log }, this);
    });
    wx.createCanvasContext('chart').draw();
    wx.createCanvasContext('new').draw();
  },
});
