import { ProjectFinder } from '../project/detect';
import type { Scan } from '../project/types';
import type { Session } from './session';

/** Names the installed packages that still call deprecated APIs, also if the sources call none. */
export async function sayInstalledCalls(
  { args, console, text }: Session,
  { projects, roots }: Pick<Scan, 'projects' | 'roots'>,
): Promise<void> {
  if (args.quiet || args.json) return;
  const finder = new ProjectFinder(args.platform);
  const all = [...projects, ...roots.flatMap((root) => finder.of(root) ?? [])];
  const distinct = new Map(all.map((project) => [project.root, project]));
  const { installedCalls } = await import('../project/installed-calls');
  const calls = await installedCalls([...distinct.values()], args.only);
  if (calls.length > 0) console.say(text.installed(calls));
}
