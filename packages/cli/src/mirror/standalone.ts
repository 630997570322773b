import { homedir } from 'node:os';
import path from 'node:path';
import { defineCommand } from 'citty';
import { guardOutput } from '../frame/guard-output.ts';
import { runFrame } from '../frame/run-frame.ts';
import { startLanguage } from '../language/say.ts';
import { verifyCommand } from '../verify/command.ts';
import pull from './pull-command.ts';

/** Where a reader's machine keeps what programs remember (XDG Base Directory Specification). */
const state = process.env['XDG_STATE_HOME'] || path.join(homedir(), '.local/state');
const seen = path.join(state, 'tamizdat/seen');

/** What readers and volunteers run who have nothing of the newsroom's: `npm run pack:mirror` makes one file of this. */
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
const args = process.argv.slice(2);
startLanguage(args, process.env);
process.exitCode = await runFrame(mirror, args);
