/** The part of webpack-chain that is used here. */
interface Chain {
  module: {
    rules: { has(name: string): boolean };
    rule(name: string): { exclude: { add(condition: string): unknown } };
  };
}

/**
 * Has the packaged runtimes go past Babel, which runs over every package with `taro` in its path: they are ES5
 * already, and cost it as much time as rewriting a whole app does. Not for h5, where Taro's own Babel plugin
 * resolves what is imported from `@tarojs/taro`.
 * @param files Absolute paths.
 */
export function passByBabel(chain: Chain, files: readonly string[]): void {
  // The name that Taro gives to its rule. Without it there is nothing to gain, and nothing to lose.
  if (!chain.module.rules.has('script')) return;
  const { exclude } = chain.module.rule('script');
  for (const file of files) exclude.add(file);
}
