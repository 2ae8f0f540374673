'use strict';

const plugin = require('taro-modernize/eslint');

const { rules } = plugin.configs.recommended;

// eslintrc configurations refer to their plugins by name.
module.exports = { ...plugin, configs: { recommended: { plugins: ['taro-modernize'], rules } } };
