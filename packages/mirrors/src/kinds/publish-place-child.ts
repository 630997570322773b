import { loadLocalRelease } from '../publish/local-release.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { openStore } from './open-store.ts';
import type { Place } from './place.ts';

// A process that publishes a tree to a place, to be killed. For tests: tree, place as JSON, work folder, base, time.
const [tree = '', place = '', work = '', base = '', now = ''] = process.argv.slice(2);
const store = openStore(JSON.parse(place) as Place, work);
await publishMirror(store, loadLocalRelease(tree), { base, now: Number(now) });
