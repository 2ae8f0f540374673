#!/usr/bin/env node
import { join } from 'node:path';
import { runAsProcess } from './process';

void runAsProcess(process.argv.slice(2), join(__dirname, '..', '..'));
