import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ChildProcess } from 'node:child_process';
import { killFamily } from './kill-family.ts';

/** A place at which a run is to be stopped: the nth call of a file operation whose path matches. */
export interface StopPoint {
  /** Name of a function of `node:fs`, or of `node:fs/promises` with `promises.` before it. */
  call: string;
  /** Place of the path among the arguments. */
  argument: number;
  path: RegExp;
  /** 1 is the first call. */
  nth: number;
}

/** Between two looks at whether a run has come to its stop point, in milliseconds. */
const LOOK_EVERY_MS = 50;

/** A module that, loaded into every Node process of a run, makes the one that comes to the point stand still. */
function writeModule({ call, argument, path: pattern, nth }: StopPoint, marker: string): string {
  return `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const holder = ${call.startsWith('promises.') ? 'fs.promises' : 'fs'};
const name = ${JSON.stringify(call.replace('promises.', ''))};
const original = holder[name];
const { writeFileSync: write, readlinkSync: follow } = fs;
// What stands in a folder that is held open is called as it is for everybody.
const nameOf = (place) => String(place).replace(/^\\/proc\\/self\\/fd\\/\\d+/, (held) => follow(held));
let calls = 0;
holder[name] = function (...args) {
  if (${String(pattern)}.test(nameOf(args[${String(argument)}])) && ++calls === ${String(nth)}) {
    write(${JSON.stringify(marker)}, String(process.pid));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  return original.apply(this, args);
};
syncBuiltinESMExports();
`;
}

/**
 * Starts a run, waits until it has come to a point, and ends it and all its children with SIGKILL, as a machine that
 * goes down does.
 * @param folder where the means to do so are written
 * @throws when the run ends before it comes there: then the test would show nothing
 */
export async function killAt(
  point: StopPoint,
  folder: string,
  start: (env: NodeJS.ProcessEnv) => ChildProcess,
): Promise<void> {
  const name = `${point.call}-${String(point.nth)}-${String(process.hrtime.bigint())}`;
  const marker = path.join(folder, `${name}.reached`);
  const module = path.join(folder, `${name}.mjs`);
  writeFileSync(module, writeModule(point, marker));
  const child = start({ NODE_OPTIONS: `--import=${pathToFileURL(module).href}` });
  const said: string[] = [];
  child.stdout?.on('data', (data: Buffer) => said.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => said.push(data.toString()));
  while (!existsSync(marker)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the run ended before ${name}:\n${said.join('')}`);
    await wait(LOOK_EVERY_MS);
  }
  await killFamily(child);
}
