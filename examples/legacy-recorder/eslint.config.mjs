import * as parser from '@typescript-eslint/parser'
import taroModernize from 'taro-modernize/eslint'

export default [
  { ignores: ['src/taro-modernize/**'] },
  taroModernize.configs.recommended,
  { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser } }
]
