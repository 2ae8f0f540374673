import type { Answer, Question } from './protocol';
import { editsOf, run } from './run';

self.onmessage = async ({ data }: MessageEvent<Question>) => {
  self.postMessage(await answerTo(data));
};
// The page measures the time of a run from here on, not the time of the download.
self.postMessage({ id: 0 });

async function answerTo(question: Question): Promise<Answer> {
  const { id, kind, state } = question;
  try {
    if (kind === 'run') return { id, kind, results: await run(state, question.language) };
    return { id, kind, edits: await editsOf(state, question.file, question.finding) };
  } catch (error) {
    return { id, kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}
