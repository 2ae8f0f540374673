import { parse } from '@babel/parser';
import { describe, expect, expectTypeOf, it } from 'vitest';
// @ts-expect-error scripts are plain JavaScript without declarations
import { textOf as untypedTextOf } from '../../scripts/runtime-text.mjs';
import type * as voiceHost from '../../src/migrations/play-voice/runtime/voice-host';
import type * as voiceHostNative from '../../src/migrations/play-voice/runtime/voice-host.native';
import type * as voiceHostTaro2 from '../../src/migrations/play-voice/runtime/voice-host.taro2';
import type * as recorderHost from '../../src/migrations/start-record/runtime/recorder-host';
import type * as recorderHostH5 from '../../src/migrations/start-record/runtime/recorder-host.h5';
import type * as recorderHostNative from '../../src/migrations/start-record/runtime/recorder-host.native';
import type * as recorderHostTaro2 from '../../src/migrations/start-record/runtime/recorder-host.taro2';

const textOf = untypedTextOf as (file: string) => string;

const HOSTS = {
  recorder: ['recorder-host', 'recorder-host.h5', 'recorder-host.taro2', 'recorder-host.native'],
  voice: ['voice-host', 'voice-host.taro2', 'voice-host.native'],
};

function bodyOf(file: string) {
  return parse(textOf(file), { sourceType: 'module', plugins: ['typescript'] }).program.body;
}

/** Names that a module exports as values. */
function exportsOf(file: string): string[] {
  return bodyOf(file)
    .flatMap((node) => {
      if (node.type !== 'ExportNamedDeclaration') return [];
      if (node.declaration?.type === 'FunctionDeclaration') return [node.declaration.id?.name];
      return node.specifiers.map(({ exported }) => 'name' in exported && exported.name);
    })
    .map(String)
    .sort();
}

/** Names that a runtime imports from its host. */
function importsOf(runtime: string): string[] {
  return bodyOf(runtime)
    .flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers : []))
    .map(({ local }) => local.name)
    .sort();
}

describe.each(Object.entries(HOSTS))('the hosts of %s', (runtime, hosts) => {
  it.each(hosts)('%s exports exactly what the runtime imports', (host) => {
    expect(exportsOf(host)).toEqual(importsOf(runtime));
  });
});

// tsc checks it: in a project it sees the plain host alone.
it('the hosts of a runtime have the same types', () => {
  expectTypeOf<typeof recorderHostH5>().toExtend<typeof recorderHost>();
  expectTypeOf<typeof recorderHostTaro2>().toExtend<typeof recorderHost>();
  expectTypeOf<typeof recorderHostNative>().toExtend<typeof recorderHost>();
  expectTypeOf<typeof voiceHostTaro2>().toExtend<typeof voiceHost>();
  expectTypeOf<typeof voiceHostNative>().toExtend<typeof voiceHost>();
});

it('what a project with h5 builds gets is short enough to be reviewed', () => {
  const copied = ['recorder', 'recorder-host', 'recorder-host.h5', 'voice', 'voice-host'];
  const lines = copied.flatMap((file) => textOf(file).split('\n'));
  expect(lines.length).toBeLessThanOrEqual(2200);
});
