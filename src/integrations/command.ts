import type { IPluginContext } from '@tarojs/service';

const NAME = 'modernize';

/**
 * `taro modernize`: the CLI as a command of Taro, with the same options, texts and exit codes.
 * @param packageRoot folder of this package
 */
export function registerCommand(ctx: IPluginContext, packageRoot: string): void {
  // Otherwise Taro would handle --help itself, and it has no exit codes.
  ctx.onStart(() => {
    if (ctx.runOpts?._?.[0] === NAME) ctx.runOpts.isHelp = false;
  });
  ctx.registerCommand({
    name: NAME,
    synopsisList: ['taro modernize --dry-run', 'taro modernize src', 'taro modernize scan'],
    async fn() {
      // The raw arguments, because Taro's own parser interprets some of them differently.
      const argv = process.argv.slice(2);
      argv.splice(argv.indexOf(NAME), 1);
      const { runAsProcess } = await import('../cli/process');
      await runAsProcess(argv, packageRoot);
    },
  });
}
