import { createRequire } from 'node:module';
import type { optionsSchema } from '../../src/integrations/options';

const taro = createRequire(createRequire(import.meta.url).resolve('@tarojs/service/package.json'));

/** The library that Taro validates plugin options with. */
export const Joi = taro('joi') as Parameters<typeof optionsSchema>[0] & {
  object(): { describe(): { keys: object }; validate(value: unknown): { error?: Error } };
};
