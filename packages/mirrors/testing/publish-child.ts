import { openFolderStore } from '../src/kinds/folder-store.ts';
import { loadLocalRelease } from '../src/publish/local-release.ts';
import { publishMirror } from '../src/publish/publish-mirror.ts';
import { stepped } from './stepped-store.ts';

// A process that publishes a tree to a folder and is gone before a step. For tests: tree, mirror, base, time, step.
const [tree = '', mirror = '', base = '', now = '', at = ''] = process.argv.slice(2);
let step = 0;
const store = stepped(openFolderStore(mirror), () => {
  if (step++ === Number(at)) process.kill(process.pid, 'SIGKILL');
  return Promise.resolve();
});
await publishMirror(store, loadLocalRelease(tree), { base, now: Number(now) });
