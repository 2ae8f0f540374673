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
  const section = SECTION.exec(source)?.[0];
  if (section === undefined) return null;
  const used = importsOf(section, source.replace(section, ''));
  const helpers = Object.keys(HELPERS).filter((name) => section.includes(`function ${name}(`));
  const host = project.kind === 'taro' ? 'Taro' : project.host;
  const parts = [
    ...(project.kind === 'taro' ? legacyTaro(used) : native(host, used)),
    ...helpers.map((name) => HELPERS[name]!(host)),
  ];
  const code = source.replace(SECTION, () => `${parts.join('\n\n')}\n// </host>`);
  if (project.kind === 'taro') return code;
  const environment = ENVIRONMENTS[host] ?? 'weapp';
  return toCommonJs(code.replace(/\bprocess\.env\.TARO_ENV\b/g, () => `'${environment}'`));
}

/** A function of the host, and the name that the runtime has for it. */
interface HostImport {
  name: string;
  local: string;
}

/** What the section imports from Taro and the rest of the runtime uses; the helpers' own needs are theirs. */
function importsOf(section: string, rest: string): HostImport[] {
  const list = /import \{([^}]*)\} from '@tarojs\/taro';/.exec(section)?.[1] ?? '';
  return list
    .split(',')
    .map((specifier) => specifier.trim().split(/\s+as\s+/))
    .map(([name = '', local = name]) => ({ name, local }))
    .filter(({ local }) => local !== '' && new RegExp(`\\b${local}\\b`).test(rest));
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

/** The functions that a host section may define for the rest of the runtime. */
const HELPERS: Readonly<Record<string, (host: string) => string>> = {
  sharedObjects: (
    host,
  ) => `/** Objects that every module of one app shares, best first: old base libraries have no \`globalThis\`. */
function sharedObjects() {
    return [typeof globalThis === 'object' && globalThis, ${host}];
}`,
  getNativeManager: (host) => `function getNativeManager() {
    return ${host === 'Taro' ? "process.env.TARO_ENV === 'h5' ? undefined : " : ''}${host}.getRecorderManager();
}`,
  askMicrophone: () => `/** On h5 only. */
function askMicrophone() {
    return navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
        stream.getTracks().forEach(function (track) { track.stop(); });
    });
}`,
  watchApp: (host) => `function watchApp(hide, show) {
    if (${host}.onAppHide)
        ${host}.onAppHide(hide);
    if (show && ${host}.onAppShow)
        ${host}.onAppShow(show);
}`,
};

function legacyTaro(used: readonly HostImport[]): string[] {
  const header = `// <host> Everything that this file takes from outside: Taro 1 and 2 have it on their default export.
import Taro from '@tarojs/taro';`;
  return [header, ...used.map((one) => forward('Taro', one))];
}

function forward(host: string, { name, local }: HostImport): string {
  const option = /^(get|create)/.test(name) ? '' : 'option';
  return `function ${local}(${option}) {
    return ${host}.${name}(${option});
}`;
}

/** What the runtimes await, which a host's own functions do not promise. */
const AWAITED = /^(authorize|getSetting)$/;

function native(host: string, used: readonly HostImport[]): string[] {
  const header = `// <host> Everything that this file takes from outside: the members of \`${host}\`.`;
  const awaited = used.filter(({ name }) => AWAITED.test(name));
  const others = used.filter(({ name }) => !AWAITED.test(name));
  return [
    ...(awaited.length > 0 ? [`${header}\n${withPromise(host)}`] : [header]),
    ...(awaited.length > 0
      ? [awaited.map(({ name, local }) => `var ${local} = withPromise('${name}');`).join('\n')]
      : []),
    // Alipay calls it confirm, and answers with other words.
    ...others.map((one) => (one.name === 'showModal' && host === 'my' ? ALIPAY_MODAL : forward(host, one))),
  ];
}

const ALIPAY_MODAL = `function showModal(option) {
    my.confirm({
        title: option.title,
        content: option.content,
        success: function (result) { option.success({ confirm: result.confirm, cancel: !result.confirm }); },
        fail: option.fail,
    });
}`;

function withPromise(host: string): string {
  return `function withPromise(name) {
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
}`;
}
