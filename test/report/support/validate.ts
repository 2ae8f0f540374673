import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function compiled(path: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  // The SARIF schema is draft-04. Only these two keys mean something else in later drafts.
  const { $schema: _draft, id: _id, ...rest } = schema;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(rest);
}

const validators = {
  /** The schema in this package, for `--json` and `--report x.json`. */
  report: compiled(join(ROOT, 'src', 'report', 'report.schema.json')),
  /** The standard SARIF 2.1.0 schema from Microsoft's matchers. */
  sarif: compiled(
    join(
      createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'),
      '..',
      'lib/schemas/sarif-2.1.0-rtm.5.json',
    ),
  ),
};

/** The violations of the schema in a document. Empty when it is valid. */
export function violations(value: unknown, schema: keyof typeof validators): string[] {
  const validate = validators[schema];
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
