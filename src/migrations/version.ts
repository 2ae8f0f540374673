/** Negative if `a` is older. Supports the part of semver that our own releases and base libraries use. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (let i = 0; i < 3; i++) {
    const difference = left.numbers[i]! - right.numbers[i]!;
    if (difference !== 0) return difference;
  }
  if (left.pre === right.pre) return 0;
  if (left.pre === '') return 1;
  if (right.pre === '') return -1;
  return left.pre < right.pre ? -1 : 1;
}

function parse(version: string): { numbers: number[]; pre: string } {
  const [core = '', pre = ''] = version.split('+')[0]!.split(/-(.*)/s);
  const numbers = core.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return { numbers: [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0], pre };
}
