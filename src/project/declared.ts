/** What the text of a package.json says. No files are read here. */
import { PLATFORMS } from './platforms';
import type { Project } from './types';

export interface PackageJson {
  version?: string;
  dependencies: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
  /** The folder that WeChat's tools copy into apps. */
  miniprogram?: string;
  /** What npm publishes; empty for everything. */
  files: readonly string[];
}

/** The fields of a package.json that are used. */
export function packageJsonOf(value: Record<string, unknown>): PackageJson {
  return {
    version: typeof value.version === 'string' ? value.version : undefined,
    dependencies: {
      ...record(value.peerDependencies),
      ...record(value.devDependencies),
      ...record(value.dependencies),
    },
    scripts: record(value.scripts),
    miniprogram: typeof value.miniprogram === 'string' ? value.miniprogram : undefined,
    files: Array.isArray(value.files) ? value.files.filter((entry) => typeof entry === 'string') : [],
  };
}

/** All packages of Taro have the same version. */
export function declaredVersion({ dependencies }: PackageJson): string | undefined {
  const declared = ['@tarojs/taro', '@tarojs/cli', '@tarojs/components'].map((name) => dependencies[name]);
  return declared.find((version) => version !== undefined);
}

/**
 * Detected by the platforms' plugins, in Taro 1 and 2 by the platforms' packages and, because some versions of
 * Taro 3 have all platforms built in, by the build scripts.
 */
export function platformsOf(
  { dependencies, scripts }: PackageJson,
  taroVersion: number,
): Pick<Project, 'platforms' | 'openPlatforms'> {
  const plugins = Object.keys(dependencies).map(
    (name) =>
      /(?:^|\/)(?:taro-)?plugin-platform-(.+)$/.exec(name)?.[1] ??
      (taroVersion < 3 ? platformOfPackage(name) : undefined),
  );
  const types = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/--type[= ]+["']?([^\s"']+)/g)].map(([, type]) => type),
  );
  const names = [...new Set([...plugins, ...types])].filter((name) => name !== undefined);
  const platforms = names.filter((name) => /^[\w-]+$/.test(name));
  // `--type $PLATFORM`
  return { platforms, ...(platforms.length < names.length && { openPlatforms: true }) };
}

/** The platform of a package of Taro 1 and 2: `@tarojs/taro-weapp`. */
function platformOfPackage(name: string): string | undefined {
  return PLATFORMS.find((platform) => name === `@tarojs/taro-${platform}`);
}

/** A library that apps in other packages use counts too, because it needs its own runtime file. */
export function usesTaro(manifest: PackageJson | null): boolean {
  return manifest !== null && Object.keys(manifest.dependencies).some((name) => name.startsWith('@tarojs/'));
}

/** `^3.6.0`, `~2.2`, `>=4`, `npm:@tarojs/taro@3.1` → the major version; `latest`, `workspace:*` → nothing. */
export function firstNumber(version: string | undefined): number | undefined {
  const major = Number(/(?:^|[\^~>=@v\s:])(\d+)(?:\.|$|\s)/.exec(version ?? '')?.[1]);
  return Number.isInteger(major) && major > 0 ? major : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
