const helper = require('./helper')
helper.startRecord({})
//# sourceMappingURL=a.js.map
