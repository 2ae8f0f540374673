export const width = uni.getSystemInfoSync().windowWidth
