"use strict";
var ctx = wx.createCanvasContext("chart");
ctx.setFillStyle(
  "red", // filled
);
ctx.setLineWidth(1);
