import { defineCommand } from 'citty';
import { guardOutput } from '../frame/guard-output.ts';
import { runFrame } from '../frame/run-frame.ts';
import { startLanguage } from '../language/say.ts';
import pull from './pull-command.ts';

/** What a volunteer runs who has nothing of the newsroom's: `npm run pack:mirror` makes one file of this. */
const mirror = defineCommand({
  meta: {
    name: 'tamizdat-mirror',
    version: '0.0.0',
    description: 'Keep a verified copy of a news site, for a web server to serve.',
  },
  subCommands: { pull },
});

guardOutput(process.stdout);
guardOutput(process.stderr);
const args = process.argv.slice(2);
startLanguage(args, process.env);
process.exitCode = await runFrame(mirror, args);
