import { quote } from '../report/text/en';
import { type Arguments, searchOptions } from './args';

const OUTPUT = ['--json', '--quiet', '--verbose', '--report'];
const CHECK = ['--check', '--baseline', '--update-baseline'];
const WITH_VALUE = ['--report', '--baseline', '--since'];

/** The same command without the flags that prevent writing. */
export function inEarnest(argv: readonly string[], ...added: readonly string[]): string {
  const [first, ...rest] = argv;
  const own = first === 'scan' || first === 'todo' || first === 'migrate' ? rest : argv;
  return commandOf([...added, ...without(own, ['--dry-run', ...CHECK, ...OUTPUT])]);
}

/** The command that updates the baseline of a check. */
export function baselineUpdate(argv: readonly string[]): string {
  return commandOf([...without(argv, ['--since', '--update-baseline', ...OUTPUT]), '--update-baseline']);
}

/** The command that lists what needs manual changes in the same files. */
export function todoCommand(args: Arguments): string {
  const { only, level, paths } = args;
  const options = [
    ...searchOptions(args),
    ...(only ? ['--only', only.join()] : []),
    ...(level === undefined ? [] : ['--level', level]),
  ];
  return commandOf(['todo', ...[...options, ...paths].map(quote)]);
}

function commandOf(words: readonly string[]): string {
  return ['npx taro-modernize', ...words].join(' ');
}

/** Arguments without some options and their values, quoted for a shell. */
function without(argv: readonly string[], options: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    const [option] = word.split('=', 1) as [string];
    if (!options.includes(option)) kept.push(quote(word));
    else if (word === option && WITH_VALUE.includes(option)) i++;
  }
  return kept;
}
