import { homedir } from 'node:os';
import { defineCommand } from 'citty';
import { guardOutput } from '../frame/guard-output.ts';
import { runFrame } from '../frame/run-frame.ts';
import { startLanguage } from '../language/say.ts';
import { verifyCommand } from '../verify/command.ts';
import pull from './pull-command.ts';
import { readerMemory } from './reader-memory.ts';

/** What readers and volunteers run who have nothing of the newsroom's: `npm run pack:mirror` makes one file of this. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const seen = readerMemory(environment, homedir());
  const mirror = defineCommand({
    meta: {
      name: 'tamizdat-mirror',
      version: '0.0.0',
      description:
        'Check that a copy of a news site, at an address or on a disk, is what its newsroom signed; or keep a verified copy, for a web server to serve.',
    },
    subCommands: { verify: verifyCommand({ folder: seen, shown: seen }), pull },
  });
  guardOutput(process.stdout);
  guardOutput(process.stderr);
  startLanguage(args, environment);
  return runFrame(mirror, args);
}

process.exitCode = await run(process.argv.slice(2), process.env);
