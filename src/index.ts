import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { ManagerSharing } from './build/manager-sharing';
import { isSourceFile } from './build/module';
import { optionsSchema, type PluginOptions, runtimeConstants } from './build/options';
import { runtimeFiles } from './build/project-facts';
import taroModernizeVite from './build/vite';
import { WebpackManagerSharing } from './build/webpack-sharing';
import { taroMajor } from './project/taro-version';

export type { PluginOptions } from './build/options';
export type { RecorderOptions } from './migrations';

/** Taro plugin: rewrites the deprecated APIs while the app is built; the sources stay as they are. */
export default function taroModernize(ctx: IPluginContext, options: PluginOptions = {}): void {
  ctx.addPluginOptsSchema(optionsSchema);

  const { appPath, sourcePath } = ctx.paths;
  const files = runtimeFiles(sourcePath, __dirname);
  const migrations = options.migrations && { migrations: options.migrations };
  const mode =
    process.env.TARO_ENV === 'h5' ? (options.shareManager ?? true) : (options.shareManager ?? 'auto');
  const sharing = new ManagerSharing({ mode, sourceRoot: sourcePath, ...migrations });
  const build = {
    ...migrations,
    taroVersion: taroMajor(appPath, undefined),
    shareManager: () => sharing.isOn,
    guard: /^(h5|alipay)$/.test(process.env.TARO_ENV ?? ''),
  };
  const constants = Object.entries(runtimeConstants(options));
  const define =
    constants.length > 0 &&
    Object.fromEntries(constants.map(([name, value]) => [name, JSON.stringify(value)]));

  ctx.modifyWebpackChain(({ chain, webpack }) => {
    for (const [specifier, file] of Object.entries(files)) chain.resolve.alias.set(`${specifier}$`, file);
    chain.module
      .rule('taro-modernize')
      .test(isSourceFile)
      .include.add(sourcePath)
      .end()
      .enforce('pre')
      .use('taro-modernize')
      .loader(join(__dirname, 'build', 'webpack-loader.js'))
      .options(build);
    chain.plugin('taro-modernize-sharing').use(WebpackManagerSharing, [sharing]);
    if (define) chain.plugin('taro-modernize-define').use(webpack.DefinePlugin, [define]);
  });

  // Taro does not wait for this hook, so the configuration is changed in place and at once. Taro 3 has no Vite.
  ctx.modifyViteConfig?.(({ viteConfig }) => {
    viteConfig.plugins ??= [];
    viteConfig.plugins.push(
      taroModernizeVite({
        ...build,
        sourceRoot: sourcePath,
        runtimeFiles: files,
        beforeBuild: () => sharing.refresh(),
        ...(define && { define }),
      }),
    );
  });
}
