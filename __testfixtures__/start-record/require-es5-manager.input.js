var app = require('./app');
app.manager = wx.getRecorderManager();
wx.startRecord({});
