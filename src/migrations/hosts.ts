/** Hosts by their globals (`wx`), and by their platforms as in `process.env.TARO_ENV` (`weapp`). */
export interface Hosts {
  readonly globals: readonly string[];
  readonly platforms: readonly string[];
}
