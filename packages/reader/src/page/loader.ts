import { ask } from './ask.ts';
import { isPurge, mayRegister } from './may-register.ts';

/** What runs after the text of every page: brings the worker, and says what is to be said of the page. */
const { documentElement } = document;
const base = new URL('.', import.meta.url).href;
const { lang } = documentElement;
const settings = `${base}${lang}/reader.html`;
const script = `${base}worker.js`;

/**
 * Milliseconds after which a connection is asked for a sign of life: browsers do so where something is asked of one that was
 * still for ten seconds, and let go of it ten seconds later.
 */
const NUDGE_MS = 11_000;
/** Milliseconds for a sign of life to come: a little less than the browser waits. */
const SIGN_OF_LIFE_MS = 9_000;
/** Milliseconds after which pictures are asked for again that were given up for the worker's script. */
const PICTURES_MS = 10_000;
/** Milliseconds after which the worker is asked for again. */
const TRIES_MS = [0, 25_000, 60_000];

/** Whether the reader is on the way to another page: what gives up pictures would give up that too. */
let isLeaving = false;
const leave = (): void => {
  isLeaving = true;
};

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  follow();
  addEventListener('hashchange', follow);
  if (serviceWorker.controller) {
    await register();
    return say();
  }
  let isThere = false;
  addEventListener('beforeunload', leave);
  for (const wait of TRIES_MS)
    setTimeout(() => {
      if (!isThere) void bring().catch(() => undefined);
    }, wait);
  setTimeout(
    () => {
      if (!isThere) void nudge();
    },
    Math.max(0, NUDGE_MS - performance.now()),
  );
  await serviceWorker.ready;
  isThere = true;
  removeEventListener('beforeunload', leave);
  // The page that brought the worker was not seen by it.
  await ask(base, { ask: 'find', url: location.href });
}

const register = (): Promise<unknown> =>
  navigator.serviceWorker.register(script, { scope: base, updateViaCache: 'all' });

/**
 * Asks for a sign of life. Where none comes the browser is about to let go of the connection, and to ask again for all that
 * waited, pictures first: they would fill the next one too, so they are given up for a while.
 */
async function nudge(): Promise<void> {
  const giveUp = setTimeout(() => {
    if (isLeaving) return;
    stop();
    setTimeout(askForPictures, PICTURES_MS);
  }, SIGN_OF_LIFE_MS);
  await fetch(script, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  clearTimeout(giveUp);
}

function askForPictures(): void {
  for (const image of [...document.images].filter(({ naturalWidth }) => naturalWidth === 0)) {
    // With the sources that it is chosen from.
    const whole = image.closest('picture') ?? image;
    whole.replaceWith(whole.cloneNode(true));
  }
}

/**
 * The page has used its connection up where that freezes, and browsers fetch the script over the same one. Asked for
 * without credentials it comes over another, and is then taken from what the browser keeps by HTTP's rules.
 */
async function bring(): Promise<void> {
  await (await fetch(script, { credentials: 'omit' })).text();
  await register();
}

/** An address that the reader was given: the settings page asks what to do with it. */
function follow(): void {
  if (location.hash.startsWith('#via=') && !location.href.startsWith(settings))
    location.replace(settings + location.hash);
}

async function say(): Promise<void> {
  const note = await ask(base, { ask: 'page' });
  if (!note || note['from'] === 'none') return;
  const name = note['isOld']
    ? 'old'
    : note['isUnchecked']
      ? 'unchecked'
      : note['from'] === 'mirror'
        ? 'fromMirror'
        : undefined;
  if (!name) return;
  const words = (await (await fetch(`${base}${lang}/reader.json`)).json()) as Record<
    string,
    string
  >;
  const date = new Date(String(note['clock'])).toLocaleDateString(lang, { dateStyle: 'long' });
  const line = document.createElement('p');
  line.className = 'meta';
  line.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = settings;
  link.textContent = words['title'] ?? '';
  line.append(`${(words[name] ?? '').replace('{date}', date).replace(/\.\.$/, '.')} `, link);
  document.querySelector('main')?.prepend(line);
}

/** What the script that brings this one looks at (apps/site/src/reader/bring-loader.ts), and whether it runs already. */
const page = self as { u?: string; isReading?: true };
if (!import.meta.url.endsWith('?')) page.u = '';
const isFirst = page.isReading !== true;
page.isReading = true;

// Nothing begins anew on the page that has just deleted everything.
if (isFirst && location.protocol.startsWith('http') && !isPurge() && mayRegister(base))
  start().catch(() => undefined);
