Component({
  properties: {
    items: Array
  }
})
