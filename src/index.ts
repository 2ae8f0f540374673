import { join, resolve } from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import { AppCompanions } from './integrations/app-companions';
import { baselineOf } from './integrations/baseline';
import { BuildLog } from './integrations/build-log';
import { registerCommand } from './integrations/command';
import { packagesInReach } from './integrations/installed';
import { notRunMessage, prebundledMessage } from './integrations/messages';
import type { ProjectBuildOptions } from './integrations/module';
import { optionsSchema, type PluginOptions, refuseUnknown, runtimeConstants } from './integrations/options';
import { prebundled } from './integrations/prebundle';
import { runtimeFiles } from './integrations/project-facts';
import { pluginPackages, type ReachOptions, reach } from './integrations/reach';
import { unmatchedEntries } from './integrations/unmatched';
import { createVitePlugin } from './integrations/vite-plugin';
import { configureWebpack } from './integrations/webpack-config';
import { migrations as allMigrations, platformCompanions } from './migrations/index';
import { GlobalProperties } from './project/global-properties';
import { LinkedFiles } from './project/linked-files';
import { readPackageJson } from './project/package-json';
import { globalPropertiesIn } from './project/rewrite';
import { bundlerOf } from './project/taro-config';
import { taroMajor } from './project/taro-version';

export type { PluginOptions } from './integrations/options';
export type * from './migrations/options';

const PACKAGE_ROOT = join(__dirname, '..');

/** Taro plugin: rewrites the deprecated APIs during the build. The sources stay unchanged. */
export default function taroModernize(ctx: IPluginContext, options: PluginOptions = {}): void {
  // Before Taro validates the options, because its message would not name the wrong one.
  refuseUnknown(options, 'taro');
  ctx.addPluginOptsSchema(optionsSchema);
  registerCommand(ctx, PACKAGE_ROOT);

  const { appPath, sourcePath } = ctx.paths;
  const { include = [], exclude = [], packages = true, onManual = 'warn' } = options;
  const { baseline, report, verbose = false } = options;
  const platform = process.env.TARO_ENV ?? '';
  // Taro sets this after it has loaded its plugins.
  const isMiniProgram = () => process.env.TARO_PLATFORM === 'mini';
  const files = runtimeFiles(sourcePath, __dirname);
  const migrations = options.migrations && { migrations: options.migrations };
  const taroVersion = taroMajor(appPath, undefined);
  const byPlatform = platformCompanions(allMigrations, [platform]);
  const bundler = bundlerOf(ctx.initialConfig.compiler);
  const { level } = options;
  const rest = { ...migrations, taroVersion, ...byPlatform, bundler, level };
  const companions = new AppCompanions({ modes: options, platform, sourceRoot: sourcePath, build: rest });
  const globals = new GlobalProperties(globalPropertiesIn);
  const linked = new LinkedFiles(allMigrations);
  const project = { root: appPath, sourceRoot: sourcePath };
  const refresh = () => {
    companions.refresh();
    linked.refresh();
  };
  const reachOptions: ReachOptions = {
    root: appPath,
    sourceRoot: sourcePath,
    include,
    exclude,
    packages,
    plugins: pluginPackages(ctx.initialConfig),
    ...migrations,
  };
  const reachOf = reach(reachOptions);
  const build: ProjectBuildOptions = {
    ...rest,
    ...companions.asked,
    globalProperties: () => globals.of(project),
    sources: { folder: sourcePath, elsewhere: (file) => linked.elsewhere(file, project) },
    isUnlisted: (file) => reachOf(file) === 'unlisted',
    onRuntimes: (file, runtimes) => companions.see(file, runtimes),
  };
  const version = String(readPackageJson(PACKAGE_ROOT)?.version ?? '');
  const constants = Object.entries(runtimeConstants(options));
  const define =
    constants.length > 0 &&
    Object.fromEntries(constants.map(([name, value]) => [name, JSON.stringify(value)]));
  const log = new BuildLog(
    {
      root: appPath,
      onManual,
      verbose,
      version,
      ...(report !== undefined && { report: resolve(appPath, report) }),
      // Only builds have a platform. Other commands, such as the one that writes the file, run without it.
      ...(baseline !== undefined && platform !== '' && { baseline: baselineOf(appPath, baseline) }),
      print: (line) => console.log(line),
    },
    build,
  );
  let isCalled = false;
  const warnOfUnmatched = () => {
    for (const message of unmatchedEntries(reachOptions)) console.warn(message);
  };

  ctx.modifyWebpackChain(({ chain, webpack }) => {
    isCalled = true;
    warnOfUnmatched();
    const isProduction = process.env.NODE_ENV === 'production';
    const missed = prebundled(() => packagesInReach(reachOptions), ctx.initialConfig, isProduction);
    if (missed.length > 0) console.warn(prebundledMessage(missed));
    configureWebpack(chain, webpack, {
      packageRoot: __dirname,
      build,
      reach: reachOptions,
      runtimeFiles: files,
      cacheKey: { version, options, taroVersion, platform, files },
      isMiniProgram: isMiniProgram(),
      isWeb: platform === 'h5',
      plugin: { log, companions: { isOn: (option) => companions.isOn(option), refresh }, onManual },
      ...(define && { define }),
    });
  });

  // Taro does not await this hook, so the configuration is modified in place and synchronously. Taro 3 has no
  // Vite.
  ctx.modifyViteConfig?.(({ viteConfig }) => {
    isCalled = true;
    warnOfUnmatched();
    viteConfig.plugins ??= [];
    // First, because Taro's own plugins print modules anew, but positions must refer to the sources.
    viteConfig.plugins.unshift(
      createVitePlugin({
        ...build,
        ...reachOptions,
        onManual,
        runtimeFiles: files,
        isMiniProgram: isMiniProgram(),
        beforeBuild: refresh,
        log,
        ...(define && { define }),
      }),
    );
  });

  const tellIfNotCalled = () => {
    if (!isCalled) console.warn(notRunMessage(platform));
    isCalled = true;
  };
  // Metro does not report the end of a build while it serves, and no Taro hook reaches it.
  ctx.onBuildStart(() => {
    if (platform === 'rn') tellIfNotCalled();
  });
  ctx.onBuildFinish(() => {
    tellIfNotCalled();
    log.print();
  });
  ctx.onBuildComplete?.(tellIfNotCalled);
}
