import { resolve } from 'node:path';
import { type Baseline, BaselineError, readBaseline } from '../report/baseline';
import { baselineMessage } from './messages';

/**
 * The baseline that an app's builds accept.
 * @param root folder of the app
 * @param name path of the file, relative to the app
 * @throws {Error} with a message for the user if it cannot be read
 */
export function baselineOf(root: string, name: string): Baseline {
  try {
    return readBaseline(resolve(root, name));
  } catch (error) {
    throw error instanceof BaselineError ? new Error(baselineMessage(name, error.detail)) : error;
  }
}
