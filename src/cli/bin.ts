#!/usr/bin/env node
import { join } from 'node:path';
import { runAsProcess } from './process';

// Node 22.8 and later keep the compiled parser for the next run; what is loaded from here on counts.
const module = process.getBuiltinModule?.('node:module') as
  | { enableCompileCache?: () => unknown }
  | undefined;
module?.enableCompileCache?.();

void runAsProcess(process.argv.slice(2), join(__dirname, '..', '..'));
