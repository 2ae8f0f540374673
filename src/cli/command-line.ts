import { quote } from '../report/text/en';

/** The same command without the flags that prevent writing. */
export function inEarnest(argv: readonly string[], ...added: readonly string[]): string {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (i === 0 && (word === 'scan' || word === 'migrate')) continue;
    if (['--dry-run', '--check', '--json', '--quiet', '--verbose'].includes(word)) continue;
    if (word === '--report') i++;
    if (word === '--report' || word.startsWith('--report=')) continue;
    kept.push(quote(word));
  }
  return ['npx taro-modernize', ...added, ...kept].join(' ');
}
