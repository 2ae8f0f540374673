import type { IPluginContext } from '@tarojs/service';

const NAME = 'modernize';

/**
 * `taro modernize`: the codemod as a command of Taro's, with the options, texts and exit codes of its own.
 * @param packageRoot Folder of this package.
 */
export function registerCommand(ctx: IPluginContext, packageRoot: string): void {
  // Taro would answer --help by itself, and knows no exit codes.
  ctx.onStart(() => {
    if (ctx.runOpts?._?.[0] === NAME) ctx.runOpts.isHelp = false;
  });
  ctx.registerCommand({
    name: NAME,
    synopsisList: ['taro modernize --dry-run', 'taro modernize src', 'taro modernize scan'],
    async fn() {
      // The arguments as they were written: Taro's own parser gives some of them other meanings.
      const argv = process.argv.slice(2);
      argv.splice(argv.indexOf(NAME), 1);
      const { runAsProcess } = await import('../cli/process');
      await runAsProcess(argv, packageRoot);
    },
  });
}
