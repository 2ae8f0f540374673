import { join } from 'node:path';
import { migrations } from '../migrations/index';
import { readPackageJson } from '../project/package-json';
import { fileOpener } from './eslint/linted-file';
import { createPlugin, type Plugin } from './eslint/plugin';

export type { Config, Plugin } from './eslint/plugin';
export type { Rule } from './eslint/rule';

const version = readPackageJson(join(__dirname, '../..'))?.version ?? '';

/** The ESLint plugin: reports findings in the editor, with fixes. */
const taroModernize: Plugin = createPlugin(migrations, version, fileOpener(migrations));

export default taroModernize;
