import type { Core, WithCore } from './browser/core-interface.ts';
import type { Settings } from './settings.ts';

/**
 * The script that is registered. It is small, so that it crosses a connection that freezes after 16 KB behind the page that
 * brought it; the rest comes without credentials, which browsers fetch over a connection of its own, and is what this
 * script says by its hash. Every event waits for it.
 */
declare const self: ServiceWorkerGlobalScope & WithCore;
/** Written in front of this script when it is put into a tree. */
declare const SETTINGS: Settings & {
  /** SHA-256 of the build for browsers with Ed25519 in WebCrypto, and of the other. */
  cores: [string, string];
};

/** Shown before the page that says it better was kept. */
const NO_ANSWER =
  '<!doctype html><meta name=viewport content=width=device-width><p lang=ru>Сайт сейчас не отвечает.<p lang=en>This site does not answer now.';

/**
 * Milliseconds in which a place has to bring the rest: 11 KB over a slow phone network. Over HTTP/2 this script came over the
 * same connection, which may be frozen.
 */
const PATIENCE_MS = 10_000;

const { scope } = self.registration;
let core: Promise<Core> | undefined;

/** The base point of the curve (RFC 8032, 5.1): a key that every implementation takes. */
const KEY = new Uint8Array(32).fill(0x66);
KEY[0] = 0x58;

/**
 * A host may forbid by its headers that text becomes a script. There the core comes with this script, as browsers fetch such
 * parts: over the same connection, and kept with it.
 */
try {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('');
} catch {
  importScripts(scope + nameOf(SETTINGS.cores[1]));
}

function nameOf(hash: string): string {
  return `reader/${hash.slice(0, 16)}.js`;
}

const hasEd25519 = (): Promise<boolean> =>
  crypto.subtle.importKey('raw', KEY, 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );

const isGenuine = async (text: ArrayBuffer, hash: string): Promise<boolean> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return digest.every((byte, at) => byte === parseInt(hash.slice(2 * at, 2 * at + 2), 16));
};

async function load(): Promise<Core> {
  if (!self.startCore) await fetchCore();
  if (!self.startCore) throw new Error('no core');
  return self.startCore(self, SETTINGS);
}

async function fetchCore(): Promise<void> {
  const hash = SETTINGS.cores[(await hasEd25519()) ? 0 : 1];
  const kept = await caches.open(`tamizdat ${scope}`);
  const address = `https://kept.invalid/core`;
  const own = await (await kept.match(address))?.arrayBuffer();
  let text = own && (await isGenuine(own, hash)) ? own : undefined;
  for (const base of [scope, ...SETTINGS.mirrors]) {
    if (text) break;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const place = base + nameOf(hash);
      const answer = await fetch(place, { credentials: 'omit', redirect: 'error', signal });
      const bytes = await answer.arrayBuffer();
      if (!(await isGenuine(bytes, hash))) continue;
      text = bytes;
      await kept.put(address, new Response(bytes)).catch(() => undefined);
    } catch {
      // The next place, or another time.
    }
  }
  // Its hash stands in this script: it is as good as a part of it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  if (text) new Function(new TextDecoder().decode(text))();
}

/** A core that did not come is asked for again at the next event. */
const ready = (): Promise<Core> =>
  (core ??= load().catch((error: unknown) => {
    core = undefined;
    throw error;
  }));

/** As some browsers have it; the types do not know it yet. */
interface WithRoutes {
  addRoutes?: (rules: unknown) => void;
}

self.addEventListener('install', (event) => {
  // Chromium else sends each page's request to the host beside the worker's start, with credentials: a seized host's
  // `Clear-Site-Data` then deletes everything, and a blocked one is asked each time.
  (event as WithRoutes).addRoutes?.({
    condition: { requestMethod: 'GET' },
    source: 'fetch-event',
  });
  event.waitUntil(
    ready()
      .then((started) => started.install())
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(scope)) return;
  event.respondWith(
    ready()
      .then((started) => started.answer(event))
      .catch(() => {
        // Without a core nothing is verified, so nothing is shown. A newer script may be there.
        self.registration.update().catch(() => undefined);
        return new Response(NO_ANSWER, {
          status: 503,
          headers: { 'content-type': 'text/html; charset=utf-8' },
        });
      }),
  );
});

self.addEventListener('message', (event) => {
  event.waitUntil(ready().then((started) => started.hear(event)));
});
