import { createAudioContextToInnerAudioContext } from './create-audio-context-to-inner-audio-context';
import type { Migration } from './migration';
import { playBackgroundAudioToBackgroundAudioManager } from './play-background-audio-to-background-audio-manager';
import { playVoiceToInnerAudioContext, type VoiceOptions } from './play-voice-to-inner-audio-context';
import { type RecorderOptions, startRecordToRecorderManager } from './start-record-to-recorder-manager';

export type {
  ApiOptions,
  ApiRule,
  HandOnClue,
  Migration,
  Namesake,
  Note,
  OptionRule,
  TextClue,
  TimerClue,
} from './migration';
export { mentionsOf, needlesOf, sharablesOf } from './migration';
export type { VoiceOptions } from './play-voice-to-inner-audio-context';
export type { RecorderOptions } from './start-record-to-recorder-manager';

/** Every migration, in the order in which `taro-modernize list` shows them. */
export const migrations: readonly Migration[] = [
  startRecordToRecorderManager,
  playVoiceToInnerAudioContext,
  createAudioContextToInnerAudioContext,
  playBackgroundAudioToBackgroundAudioManager,
];

/** What builds hand to the runtimes, by the runtime's name. */
export interface RuntimeOptions {
  recorder?: RecorderOptions;
  voice?: VoiceOptions;
}

/**
 * The migrations of the given names, or all.
 * @throws {RangeError} naming the unknown one and the known ones.
 */
export function selectMigrations(names?: readonly string[]): readonly Migration[] {
  if (!names) return migrations;
  return names.map((name) => {
    const found = migrations.find((migration) => migration.name === name);
    if (found) return found;
    const known = migrations.map((migration) => migration.name).join(', ');
    throw new RangeError(`Unknown migration "${name}". Known migrations: ${known}.`);
  });
}

/**
 * Whether something is still to be done about a finding before it is carried out: a rewrite of what is
 * deprecated, or work for a person. Sharing a manager that works as it is does not count.
 */
export function isLeftToDo(finding: { migration: string; api: string; verdict: string }): boolean {
  if (finding.verdict !== 'rewritten') return finding.verdict === 'manual';
  const migration = migrations.find(({ name }) => name === finding.migration);
  return migration?.apis[finding.api]?.onlyWith === undefined;
}

/** Whether a finding is about code near a call, and not about a candidate. */
export function isNote(finding: { migration: string; code: string }): boolean {
  const migration = migrations.find(({ name }) => name === finding.migration);
  return migration?.notes?.some(({ number }) => finding.code === migration.codePrefix + number) ?? false;
}
