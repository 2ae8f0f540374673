import type { Messages } from '../messages/message';
import { ignored, manual } from '../messages/reasons';
import { adviceOn, bareName, type CatalogueEntry, catalogue, handlerOf } from './catalogue';
import { advice as advices } from './catalogue/by-hand';
import type { Advice } from './catalogue/entry';
import { reported } from './handlers';
import type { Hosts } from './hosts';
import type { Handler, Migration } from './migration';
import { besides, reportedMarkup } from './report-markup';

export const REPORT_ONLY = 'deprecated-apis';

const GLOBALS: Readonly<Record<string, string>> = { weapp: 'wx', alipay: 'my', tt: 'tt' };

/**
 * Reports the APIs of the catalogue that no given migration has. Each one is only a line of data.
 * @param optIn the migrations that run only if they are named
 */
export function reportOnly(migrations: readonly Migration[], optIn: readonly Migration[] = []): Migration {
  const apis: Record<string, Handler> = {};
  const results: Record<string, Record<string, Handler>> = {};
  for (const entry of catalogue) {
    const advice = adviceOn(entry);
    if (!advice || migrations.some((migration) => handlerOf(migration, entry))) continue;
    if (entry.of !== undefined) results[entry.of] ??= {};
    const handlers = entry.of === undefined ? apis : results[entry.of]!;
    const name = bareName(entry.api);
    const hosts = catalogue.filter(({ api }) => api === entry.api).map(({ platform }) => platform);
    const only = { globals: hosts.map((platform) => GLOBALS[platform]!), platforms: hosts };
    const able = optIn.find((migration) => handlerOf(migration, entry));
    handlers[name] ??= reportedOn(entry, advice, only, able?.name);
  }
  const { markup, messages: ofMarkup } = reportedMarkup(REPORT_ONLY);
  const others = migrations.flatMap((migration) => migration.markup ?? []);
  return {
    name: REPORT_ONLY,
    summary: {
      en: 'other deprecated APIs and components: reported; wx:for-items → wx:for',
      zh: '其他已废弃的 API 和组件：仅报告；wx:for-items → wx:for',
    },
    docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/',
    guide: REPORT_ONLY,
    codePrefix: 'DEP',
    apis,
    results,
    markup: markup.flatMap((rule) => besides(rule, others) ?? []),
    messages: { ...messages, ...ofMarkup },
  };
}

/**
 * Taro passes names on to every host, so APIs that WeChat has not deprecated are reported only on the host's
 * own object.
 */
function reportedOn(entry: CatalogueEntry, advice: Advice, only: Hosts, optIn: string | undefined): Handler {
  const { guide, use } = advice;
  const { replacements, page } = entry;
  const docs = guide ?? page ?? '';
  const why = { id: messageId(advice, 'why') };
  const names = replacements.map(({ name }) => name).join(', ');
  const to = typeof use === 'object' ? { id: messageId(advice, 'use') } : (use ?? names);
  const platforms = only.platforms.join(', ');
  const handler = reported(
    to === ''
      ? manual.withdrawn(why, docs, platforms)
      : optIn === undefined
        ? manual.reported(why, to, docs, platforms)
        : manual.reportedOptIn(why, to, docs, platforms, optIn),
  );
  return {
    ...handler,
    only,
    // Asking for types takes seconds, and nothing would be rewritten.
    certainOnly: true,
    decide: (reference) =>
      reference.origin === 'taro' && !only.globals.includes('wx')
        ? { reason: ignored.unconcerned() }
        : handler.decide(reference),
  };
}

const messageId = ({ apis: [first] }: Advice, part: 'why' | 'use') => `${REPORT_ONLY}/${first}/${part}`;

/** The texts of the catalogue as messages. */
const messages: Messages = Object.fromEntries(
  advices.flatMap((advice) => [
    [messageId(advice, 'why'), { en: { reason: advice.why.en }, zh: { reason: advice.why.zh } }],
    ...(typeof advice.use === 'object'
      ? [
          [
            messageId(advice, 'use'),
            { en: { reason: advice.use.en }, zh: { reason: advice.use.zh } },
          ] as const,
        ]
      : []),
  ]),
);
