#!/usr/bin/env node
import { runFrame } from './frame/run-frame.ts';
import { tamizdat } from './frame/tamizdat.ts';

process.exitCode = await runFrame(tamizdat, process.argv.slice(2));
