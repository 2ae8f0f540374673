import { format } from '../messages/format';
import type { Reason } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import type { Finding } from './types';

type Place = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'start' | 'end'>;

/** A verdict as callers get it: the reason as data, and in English. */
export function makeFinding(
  { name, codePrefix, messages }: Migration,
  api: string,
  reason: Reason,
  place: Place,
): Finding {
  const { id, data, number, verdict } = reason;
  const words = format(reason, 'en', messages);
  return {
    migration: name,
    api,
    ...place,
    verdict,
    reason: words.reason,
    code: codePrefix + number,
    messageId: id,
    ...(data && { data }),
    ...(words.hint !== undefined && { hint: words.hint }),
  };
}
