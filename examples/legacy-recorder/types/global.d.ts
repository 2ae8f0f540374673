/// <reference types="@tarojs/taro" />

declare module '*.png'
declare module '*.css'
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    NODE_ENV: 'development' | 'production'
    TARO_ENV: 'weapp' | 'h5'
  }
}

declare namespace JSX {
  interface IntrinsicElements {
    'play-list': { items: { id: number; title: string }[] }
  }
}
