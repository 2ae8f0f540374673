import { acceptedPart, type EditGroup } from '../project/edit-groups';
import { displayPath } from '../project/paths';
import type { FileOutcome } from '../project/types';
import { type DiffEntry, unifiedDiff } from '../report/diff';
import type { Prompt } from './prompt';
import type { Session } from './session';

/** The state of the choice: which group is asked about, and what was answered before. */
interface Choice {
  /** The index of the group. */
  at: number;
  accepted: ReadonlySet<EditGroup>;
  /** The indexes of the earlier questions. */
  asked: readonly number[];
}

/**
 * Asks about each group of edits, with the keys of `git add -p`.
 * @returns the accepted changes, or `null` to cancel
 */
export async function chooseEdits(
  prompt: Prompt,
  session: Session,
  files: readonly FileOutcome[],
  groups: readonly EditGroup[],
): Promise<FileOutcome[] | null> {
  const { text, console, shown } = session;
  const { output, colors } = console.info;
  const keys = text.prompt.editChoices.map(([key]) => key).join(',');
  let choice: Choice = { at: 0, accepted: new Set(), asked: [] };
  let isShown = false;
  for (let group = groups[0]; group; group = groups[choice.at]) {
    if (!isShown) {
      const entries = entriesOf(group, groups, choice.accepted, session);
      for await (const part of unifiedDiff(entries, colors)) output.write(part);
    }
    const paths = [...group.parts.keys()].map(({ path }) => shown(path));
    const question = text.prompt.edit(paths, choice.at + 1, groups.length);
    const key = await prompt.ask(colors.bold(`${question} [${keys}]`));
    if (key === null) return null;
    if (key === 'q') break;
    const next = answered(choice, key, groups);
    isShown = next === undefined;
    if (next) choice = next;
    else {
      const help = text.prompt.editChoices.map(([key, label]) => `${key} - ${label}\n`);
      output.write(key === 'b' ? `${text.prompt.isFirst}\n` : help.join(''));
    }
  }
  return files.flatMap((file) => acceptedPart(file, groups, (one) => choice.accepted.has(one)) ?? []);
}

/** The choice after an answer, or `undefined` if the answer does not change it. */
function answered(
  { at, accepted, asked }: Choice,
  key: string,
  groups: readonly EditGroup[],
): Choice | undefined {
  switch (key) {
    case 'y':
    case 'n':
    case 'a':
    case 'd': {
      const file = fileOf(groups[at]!);
      const isWhole = key === 'a' || key === 'd';
      const next = groups.findIndex((group, index) => index > at && !(isWhole && fileOf(group) === file));
      const end = next === -1 ? groups.length : next;
      const added = key === 'y' || key === 'a' ? groups.slice(at, end) : [];
      return { at: end, accepted: new Set([...accepted, ...added]), asked: [...asked, at] };
    }
    case 'b': {
      const before = asked.at(-1);
      if (before === undefined) return undefined;
      const later = new Set(groups.slice(before));
      return {
        at: before,
        accepted: new Set([...accepted].filter((group) => !later.has(group))),
        asked: asked.slice(0, -1),
      };
    }
    default:
      return undefined;
  }
}

/** The file in whose turn a group is asked about. */
function fileOf({ parts }: EditGroup): FileOutcome | undefined {
  const [file] = parts.keys();
  return file;
}

/** What a group adds to the accepted edits. */
function* entriesOf(
  group: EditGroup,
  groups: readonly EditGroup[],
  accepted: ReadonlySet<EditGroup>,
  { io }: Session,
): Generator<DiffEntry> {
  const textOf = (file: FileOutcome, isAccepted: (one: EditGroup) => boolean) =>
    acceptedPart(file, groups, isAccepted)?.change?.after ?? file.change!.before;
  for (const file of group.parts.keys())
    yield {
      path: displayPath(io.cwd, file.path),
      before: textOf(file, (one) => accepted.has(one)),
      after: textOf(file, (one) => one === group || accepted.has(one)),
    };
}
