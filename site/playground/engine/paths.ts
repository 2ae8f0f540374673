/** Paths with `/`, as in a link of the playground. */

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The relative module specifier from a file to a module. */
export function specifier(from: string, to: string): string {
  const start = folderOf(from).split('/').filter(Boolean);
  const end = to.split('/');
  let common = 0;
  while (common < start.length && start[common] === end[common]) common++;
  const up = start.slice(common).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...end.slice(common)].join('/');
}
