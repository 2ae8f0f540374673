import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { outsideEnvironment, realFile, repositoryOf } from './git';
import { toPosix } from './paths';

/** Creates the link to a line of a file. Returns `undefined` for a file outside the repository. */
export type LinkToLine = (path: string, line: number) => string | undefined;

/**
 * Creates links to the files as they were before the run.
 * @param folder a folder in the repository
 * @param given the URL of the repository, instead of that of its remote
 * @param commits the number of commits that the run has made
 * @returns `undefined` without a repository, a commit or a URL
 */
export function linksTo(folder: string, given: string | undefined, commits: number): LinkToLine | undefined {
  const top = repositoryOf(folder);
  if (top === null) return undefined;
  const url = given === undefined ? webUrl(remoteOf(top)) : given.replace(/\/+$/, '');
  const commit = ask(top, 'rev-parse', '--verify', '--quiet', `HEAD~${commits}`);
  if (url === undefined || commit === '') return undefined;
  return (path, line) => {
    const way = toPosix(relative(top, realFile(path)));
    if (way.startsWith('../')) return undefined;
    return lineUrl(url, commit, way.split('/').map(encodeURIComponent).join('/'), line);
  };
}

/** GitHub, Gitee and Gitea read `/blob/`; the others have their own form. */
function lineUrl(url: string, commit: string, path: string, line: number): string {
  const host = /^\w+:\/\/([^/]+)/.exec(url)?.[1] ?? '';
  if (host.includes('bitbucket')) return `${url}/src/${commit}/${path}#lines-${line}`;
  return `${url}/${host.includes('gitlab') ? '-/' : ''}blob/${commit}/${path}#L${line}`;
}

/**
 * The web page of a repository, without the credentials that a remote may contain.
 * @param remote what git clones: a URL, or `git@github.com:owner/name.git`
 */
export function webUrl(remote: string): string | undefined {
  const short = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/\/)(.+)$/.exec(remote);
  const long = /^(https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(:\d+)?\/(.+)$/.exec(remote);
  const clean = (path: string) => path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (long) {
    const [, protocol, host, port = '', path] = long as unknown as string[];
    // The port of SSH is not that of the web page.
    const isWeb = /^https?$/.test(protocol!);
    return `${isWeb ? protocol : 'https'}://${host}${isWeb ? port : ''}/${clean(path!)}`;
  }
  return short ? `https://${short[1]}/${clean(short[2]!)}` : undefined;
}

/** `origin`, or else the first remote. */
function remoteOf(top: string): string {
  const names = ask(top, 'remote').split('\n');
  const name = names.includes('origin') ? 'origin' : names[0];
  return name ? ask(top, 'remote', 'get-url', name) : '';
}

/** The answer of git; empty if it fails. */
function ask(top: string, ...args: string[]): string {
  const { status, stdout } = spawnSync('git', ['-C', top, ...args], {
    encoding: 'utf8',
    env: outsideEnvironment(),
  });
  return status === 0 ? stdout.trim() : '';
}
