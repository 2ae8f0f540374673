"use strict";
var ctx = wx.createCanvasContext("chart");
ctx.fillStyle = "red" /* filled */;
ctx.lineWidth = 1;
