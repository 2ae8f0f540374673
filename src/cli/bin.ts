#!/usr/bin/env node
import { join } from 'node:path';
import { runAsProcess } from './process';

// Node 22.8 and later cache the compiled code of everything loaded from here on for the next run.
const module = process.getBuiltinModule?.('node:module') as
  | { enableCompileCache?: () => unknown }
  | undefined;
module?.enableCompileCache?.();

void runAsProcess(process.argv.slice(2), join(__dirname, '..', '..'));
