import { type EditGroup, editGroups } from '../project/edit-groups';
import type { FileOutcome } from '../project/types';
import { chooseEdits } from './choose-edits';
import { Prompt } from './prompt';
import type { Session } from './session';

interface ChooseOptions {
  files: readonly FileOutcome[];
  /** The diff of all changes, with the files added for them. */
  diff(): Promise<AsyncIterable<string>>;
}

/**
 * Asks what to write. An accepted part of a change is a result of its own.
 * @param session its console is where the questions and diffs are shown
 * @returns `null` to cancel
 */
export async function choose(
  session: Session,
  { files, diff }: ChooseOptions,
): Promise<readonly FileOutcome[] | null> {
  const { io, console, text } = session;
  const { output } = console.info;
  const prompt = new Prompt(io, output);
  const list = text.prompt.choices.map(([key, label]) => `${key} = ${label}`);
  try {
    for (;;) {
      switch (await prompt.ask(`${text.prompt.question}${text.prompt.choiceList(list)}`)) {
        case 'a':
        case 'y':
          return files;
        case 'd':
          for await (const part of await diff()) output.write(part);
          break;
        case 'c':
          return await chooseEdits(prompt, session, files, await groupsOf(files, prompt, session));
        case 'q':
        case 'n':
        case null:
          return null;
      }
    }
  } finally {
    prompt.close();
  }
}

async function groupsOf(
  files: readonly FileOutcome[],
  prompt: Prompt,
  { progress, text }: Session,
): Promise<EditGroup[]> {
  const groups = await editGroups(files, async (done) => {
    await progress.tick(() => text.prompt.preparing(done, files.length), done / files.length);
    prompt.throwIfInterrupted();
  });
  progress.end();
  return groups;
}
