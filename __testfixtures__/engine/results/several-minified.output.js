!function(){var t=wx.createCanvasContext("a");t.shadowOffsetX = 0, t.shadowOffsetY = 2, t.shadowBlur = 4, t.shadowColor = "#000",t.draw();t.shadowOffsetX = 0; t.shadowOffsetY = 2; t.shadowBlur = 4; t.shadowColor = "#000";for(var e=0;e<2;e++){
  t.shadowOffsetX = 0;
  t.shadowOffsetY = e;
  t.shadowBlur = 4;
  t.shadowColor = "#000";
}if(n){
  t.shadowOffsetX = 0;
  t.shadowOffsetY = 2;
  t.shadowBlur = 4;
  t.shadowColor = "#000";
}else t.draw()}();
