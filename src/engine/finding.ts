import { format, message } from '../messages/format';
import type { Reason } from '../messages/reasons';
import type { Migration } from '../migrations/migration';
import type { Finding } from './types';

type Place = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn' | 'start' | 'end'>;

/** Makes the finding that callers get: the reason as data and in English. */
export function makeFinding(migration: Migration, api: string, reason: Reason, place: Place): Finding {
  const { name, codePrefix, messages, levels = {} } = migration;
  const { id, number, verdict } = reason;
  const data = withModule(reason.data, api, migration);
  const words = format({ id, data }, 'en', messages);
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

/** The data of a message that names the replacement, with its module if the replacement has the API's name. */
function withModule(data: Reason['data'], api: string, { runtime }: Migration): Reason['data'] {
  if (data?.to !== api || !runtime) return data;
  return { ...data, to: message('what/runtime-member', { name: api, runtime: runtime.name }) };
}
