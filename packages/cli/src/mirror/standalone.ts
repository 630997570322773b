import { startLanguage } from '../language/say.ts';

// What readers and volunteers run who have nothing of the newsroom's: `npm run pack:mirror` makes one file of this.
const args = process.argv.slice(2);
// First: commands describe themselves in it as they are loaded.
startLanguage(args, process.env);
const { runMirror } = await import('./run-mirror.ts');

process.exitCode = await runMirror(args, process.env);
