import { loadLocalRelease } from '../src/publish/local-release.ts';
import { publishMirror } from '../src/publish/publish-mirror.ts';
import { openStore } from '../src/kinds/open-store.ts';
import type { Place } from '../src/kinds/place.ts';

// A process that publishes a tree to a place, to be killed. For tests: tree, place as JSON, work folder, base, time.
const [tree = '', place = '', work = '', base = '', now = ''] = process.argv.slice(2);
const store = openStore(JSON.parse(place) as Place, work);
await publishMirror(store, loadLocalRelease(tree), { base, now: Number(now) });
