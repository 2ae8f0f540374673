var ctx = wx.createCanvasContext("chart");
function draw() {
    if (dark)
        ctx.setShadow(0, 2, 4, "#fff"); // dark
    else
        ctx.setShadow(
            0,
            2, // down

            4,
            "#000"
        );
    with (ctx) ctx.setShadow(0, 2, 4, "#fff");
}
