import { version } from '../../../package.json';
import { migrations } from '../../migrations/index';
import { fileOpener } from './linted-file';
import { createPlugin, type Plugin } from './plugin';

export type { Config, Plugin } from './plugin';
export type { Rule } from './rule';

/** The ESLint plugin: shows every finding while the code is typed, with the fix. */
const taroModernize: Plugin = createPlugin(migrations, version, fileOpener(migrations));

export default taroModernize;
