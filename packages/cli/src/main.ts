#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './repository/folders.ts';

// Node compiles hundreds of modules at each start: a third of the time of a check of one file. What it keeps is run
// without a look, so not where the folder may have come from a cache that others can write to.
if (!process.env['CI']) enableCompileCache(path.join(cacheFolder, 'node'));
const args = process.argv.slice(2);
const { startLanguage } = await import('./language/say.ts');
startLanguage(args, process.env);
const { guardOutput } = await import('./frame/guard-output.ts');
guardOutput(process.stdout);
guardOutput(process.stderr);
const { moveOldStates } = await import('./repository/move-old-states.ts');
const { runFrame } = await import('./frame/run-frame.ts');
const { tamizdat } = await import('./frame/tamizdat.ts');

process.exitCode = (await moveOldStates(args)) ?? (await runFrame(tamizdat, args));
