'use strict';

const plugin = require('taro-modernize/eslint');

const { rules } = plugin.configs.recommended;

// In eslintrc, configurations name their plugins.
module.exports = { ...plugin, configs: { recommended: { plugins: ['taro-modernize'], rules } } };
