#!/usr/bin/env node
// Plain JavaScript: types could only be stripped from this file before Node finds what it keeps of compiled modules, and
// loading what strips them costs each command 65 ms of CPU.
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// As in main.ts, which says why.
if (!process.env['CI']) enableCompileCache(path.join(import.meta.dirname, '../../../.cache/node'));
await import('./main.ts');
