#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { runAsProcess } from './process';

// Node 22.8 and later keep the compiled parser for the next run; what is loaded from here on counts.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

void runAsProcess(process.argv.slice(2), join(__dirname, '..', '..'));
