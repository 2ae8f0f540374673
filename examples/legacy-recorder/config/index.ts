import path from 'path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'

import devConfig from './dev'
import prodConfig from './prod'

// 默认用 webpack5 编译，TARO_COMPILER=vite 时换成 Vite
const isVite = process.env.TARO_COMPILER === 'vite'

const baseConfig = {
  projectName: 'legacy-recorder',
  date: '2021-3-8',
  designWidth: 750,
  deviceRatio: {
    640: 2.34 / 2,
    750: 1,
    375: 2,
    828: 1.81 / 2
  },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: [],
  framework: 'react' as const,
  mini: {
    postcss: {
      pxtransform: { enable: true, config: {} }
    }
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    postcss: {
      autoprefixer: { enable: true, config: {} }
    }
  }
}

function webpackChain(chain) {
  chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
}

const webpackConfig: UserConfigExport<'webpack5'> = {
  compiler: 'webpack5',
  mini: { webpackChain },
  h5: { webpackChain }
}

const viteConfig: UserConfigExport<'vite'> = {
  compiler: 'vite',
  alias: { '@': path.resolve(__dirname, '..', 'src') }
}

export default defineConfig(async (merge) => {
  const envConfig = process.env.NODE_ENV === 'development' ? devConfig : prodConfig
  return merge({}, baseConfig, isVite ? viteConfig : webpackConfig, envConfig)
})
