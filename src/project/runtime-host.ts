import type { Project } from './types';

/** What `process.env.TARO_ENV` is in a build for the platform whose global this is. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  wx: 'weapp',
  my: 'alipay',
  tt: 'tt',
  swan: 'swan',
  qq: 'qq',
  jd: 'jd',
  ks: 'ks',
};

const SECTION = /^\/\/ <host>[^\n]*\n[\s\S]*?^\/\/ <\/host>[^\n]*$/m;

/** Taro 3 and 4 offer what the shipped source imports; every other project needs another host section. */
export function needsOwnHost(project: Project): boolean {
  return project.kind === 'native' || project.taroVersion < 3;
}

/**
 * The JavaScript source with the host section for this project; `null` when the source has no such section.
 * Taro's types, which the TypeScript source is written against, do not exist in these projects.
 */
export function withHost(source: string, project: Project): string | null {
  if (!SECTION.test(source)) return null;
  if (project.kind === 'taro') return source.replace(SECTION, () => LEGACY_TARO);
  const environment = ENVIRONMENTS[project.host] ?? 'weapp';
  const code = source
    .replace(SECTION, () => native(project.host))
    .replace(/\bprocess\.env\.TARO_ENV\b/g, () => `'${environment}'`);
  return toCommonJs(code);
}

/** A mini program's own module system; the developer tools translate `export` only when they are told to. */
function toCommonJs(code: string): string {
  const names: string[] = [];
  const body = code.replace(
    /^export (var|let|const|function) (\w+)/gm,
    (_all, kind: string, name: string) => {
      names.push(name);
      return `${kind} ${name}`;
    },
  );
  return `${body.replace(/\n*$/, '\n')}\nmodule.exports = { ${names.map((name) => `${name}: ${name}`).join(', ')} };\n`;
}

const LEGACY_TARO = `// <host> Everything that this file takes from outside: Taro 1 and 2 have it on their default export.
import Taro from '@tarojs/taro';

function authorize(option) {
    return Taro.authorize(option);
}

function getSetting(option) {
    return Taro.getSetting(option);
}

function getNativeManager() {
    return Taro.getRecorderManager();
}

function openSetting(option) {
    return Taro.openSetting(option);
}

function showModal(option) {
    return Taro.showModal(option);
}

/** Objects that every module of one app shares, best first: old base libraries have no \`globalThis\`. */
function sharedObjects() {
    return [typeof globalThis === 'object' && globalThis, Taro];
}

function watchApp(hide, show) {
    if (Taro.onAppHide)
        Taro.onAppHide(hide);
    if (Taro.onAppShow)
        Taro.onAppShow(show);
}
// </host>`;

function native(host: string): string {
  // Alipay calls it confirm, and answers with other words.
  const modal =
    host === 'my'
      ? `    my.confirm({
        title: option.title,
        content: option.content,
        success: function (result) { option.success({ confirm: result.confirm, cancel: !result.confirm }); },
        fail: option.fail,
    });`
      : `    return ${host}.showModal(option);`;
  return `// <host> Everything that this file takes from outside: the members of \`${host}\`.
function withPromise(name) {
    return function (option) {
        return new Promise(function (resolve, reject) {
            var own = {};
            for (var key in option)
                own[key] = option[key];
            own.success = function (result) {
                if (option && option.success)
                    option.success(result);
                resolve(result);
            };
            own.fail = function (error) {
                if (option && option.fail)
                    option.fail(error);
                reject(error);
            };
            ${host}[name](own);
        });
    };
}

var authorize = withPromise('authorize');
var getSetting = withPromise('getSetting');

function getNativeManager() {
    return ${host}.getRecorderManager();
}

function openSetting(option) {
    return ${host}.openSetting(option);
}

function showModal(option) {
${modal}
}

/** Objects that every module of one app shares, best first: old base libraries have no \`globalThis\`. */
function sharedObjects() {
    return [typeof globalThis === 'object' && globalThis, ${host}];
}

function watchApp(hide, show) {
    if (${host}.onAppHide)
        ${host}.onAppHide(hide);
    if (${host}.onAppShow)
        ${host}.onAppShow(show);
}
// </host>`;
}
