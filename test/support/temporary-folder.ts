import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upwards } from '../../src/project/gitignore';

/** The command would take all temporary folders for one project, and tests of it would change everything there. */
export default function setup(): void {
  const project = upwards(tmpdir(), (folder) => existsSync(join(folder, 'package.json')));
  if (project)
    throw new Error(`Tests need temporary folders outside a project: delete ${project}/package.json.`);
}
