import { normalize, type RewriteOptions, rewrite as rewriteWith } from '../../src/engine';
import { toRuntime } from '../../src/migrations/handlers';
import { defineMigration } from '../../src/migrations/migration';

/** The migration of the engine's own tests: the minimum, with readable names. */
export const fakeMigration = defineMigration({
  name: 'fake',
  summary: { en: '', zh: '' },
  docs: '',
  guide: '',
  codePrefix: 'REC',
  runtime: { name: 'recorder', feature: 'getRecorderManager', supported: 'recorder.supported' },
  apis: {
    startRecord: toRuntime('recorder.start', { settlesAtEnd: true }),
    stopRecord: toRuntime('recorder.stop'),
  },
});

export const rewrite = (source: string, options: Omit<RewriteOptions, 'migrations'>) =>
  rewriteWith(source, normalize(options, [fakeMigration]));
