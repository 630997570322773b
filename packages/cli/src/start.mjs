#!/usr/bin/env node
// Plain JavaScript: types could only be stripped from this file before Node finds what it keeps of compiled modules, and
// loading what strips them costs each command 65 ms of CPU.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

// As in main.ts, which says why.
const isOurs = !process.env['CI'];
const cache = path.join(import.meta.dirname, '../../../.cache');
if (isOurs) enableCompileCache(path.join(cache, 'node'));

// What these start is worth holding against the kit's sources, which takes a tenth of what their modules would.
const isOften = ['build', 'release'].includes(process.argv[2] ?? '');
const quick = path.join(cache, 'command');
const isQuick = isOurs && isOften && existsSync(path.join(quick, 'kit')) && (await isCurrent());
await import(isQuick ? urlOf('main.js') : './main.ts');

async function isCurrent() {
  try {
    const compiled = await import(urlOf('is-current.js'));
    return compiled.isCurrent();
  } catch {
    // A cache that a full disk or another hand left broken costs time and nothing else.
    return false;
  }
}

function urlOf(name) {
  return pathToFileURL(path.join(quick, name)).href;
}
