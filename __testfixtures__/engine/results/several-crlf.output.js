var ctx = wx.createCanvasContext("chart");
function draw() {
    if (dark) {
        ctx.shadowOffsetX = 0;
        ctx.shadowOffsetY = 2;
        ctx.shadowBlur = 4;
        ctx.shadowColor = "#fff";
    } // dark
    else {
        ctx.shadowOffsetX = 0;
        ctx.shadowOffsetY = 2 /* down */;
        ctx.shadowBlur = 4;
        ctx.shadowColor = "#000";
    }
    with (ctx) ctx.setShadow(0, 2, 4, "#fff");
}
