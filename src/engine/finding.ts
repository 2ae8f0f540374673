import { format } from '../messages/format';
import type { Reason } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import type { Finding } from './types';

type Place = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'start' | 'end'>;

/** Makes the finding that callers get: the reason as data and in English. */
export function makeFinding(
  { name, codePrefix, messages, levels = {} }: Migration,
  api: string,
  reason: Reason,
  place: Place,
): Finding {
  const { id, data, number, verdict } = reason;
  const words = format(reason, 'en', messages);
  // For a computed name, the possible API names.
  const names = api === '*' ? ((data?.names ?? []) as readonly string[]) : [api];
  const isAdvised = names.length > 0 && names.every((one) => levels[one] === 'advised');
  return {
    migration: name,
    api,
    ...place,
    verdict,
    level: isAdvised ? 'advised' : 'required',
    reason: words.reason,
    code: codePrefix + number,
    messageId: id,
    ...(data && { data }),
    ...(words.hint !== undefined && { hint: words.hint }),
  };
}
