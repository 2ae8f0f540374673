import { join } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { isSourceFile } from './build/module';
import { installedTaroVersion, runtimeFiles } from './build/project-facts';
import taroModernizeVite from './build/vite';
import { migrations } from './engine';

/** Options of the Taro plugin: `plugins: [['taro-modernize', options]]`. */
export interface PluginOptions {
  /** Names of the migrations to run. Default: all. */
  migrations?: string[];
}

/** Taro plugin: rewrites the deprecated APIs while the app is built; the sources stay as they are. */
export default function taroModernize(ctx: IPluginContext, options: PluginOptions = {}): void {
  ctx.addPluginOptsSchema((joi) =>
    joi.object().keys({
      migrations: joi.array().items(joi.string().valid(...migrations.map(({ name }) => name))),
    }),
  );

  const { appPath, sourcePath } = ctx.paths;
  const files = runtimeFiles(sourcePath, __dirname);
  const build = {
    ...(options?.migrations && { migrations: options.migrations }),
    taroVersion: installedTaroVersion(appPath),
  };

  ctx.modifyWebpackChain(({ chain }) => {
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
  });

  // Taro does not wait for this hook, so the configuration is changed in place and at once.
  ctx.modifyViteConfig(({ viteConfig }) => {
    viteConfig.plugins ??= [];
    viteConfig.plugins.push(taroModernizeVite({ ...build, sourceRoot: sourcePath, runtimeFiles: files }));
  });
}
