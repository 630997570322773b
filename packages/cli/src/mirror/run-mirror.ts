import { homedir } from 'node:os';
import { defineCommand } from 'citty';
import { guardOutput } from '../frame/guard-output.ts';
import { runFrame } from '../frame/run-frame.ts';
import { say } from '../language/say.ts';
import { verifyCommand } from '../verify/command.ts';
import pull from './pull-command.ts';
import { readerMemory } from './reader-memory.ts';

/** Runs the commands for readers and volunteers, and gives the exit code. The language is to be chosen before this is loaded. */
export async function runMirror(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const seen = readerMemory(environment, homedir());
  const mirror = defineCommand({
    meta: {
      name: 'tamizdat-mirror',
      version: '0.0.0',
      description: say({
        en: 'Check that a copy of a news site, at an address or on a disk, is what its newsroom signed; or keep a verified copy, for a web server to serve.',
        ru: 'Проверить, что копия новостного сайта, по адресу или на диске, — то, что подписала редакция; или хранить проверенную копию, которую раздаст веб-сервер.',
      }),
    },
    subCommands: { verify: verifyCommand({ folder: seen, shown: seen }), pull },
  });
  guardOutput(process.stdout);
  guardOutput(process.stderr);
  return runFrame(mirror, args);
}
