Page({
  data: { height: my.getSystemInfoSync().windowHeight, storage: my.getSystemInfoSync().storage },
})
