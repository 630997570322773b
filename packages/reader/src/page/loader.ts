import { ask } from './ask.ts';
import { mayRegister } from './may-register.ts';

/** What comes after the text of every page: brings the worker, and says what is to be said of the page. */
const { currentScript, documentElement } = document;
const base = new URL('.', (currentScript as HTMLScriptElement).src).href;
const { lang } = documentElement;
const settings = `${base}${lang}/reader.html`;
const script = `${base}worker.js`;

/** Milliseconds after which the worker is asked for again: a browser lets go of a frozen connection after some twenty seconds. */
const NUDGE_MS = 11_000;
const TRIES_MS = [0, 25_000, 60_000];

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  follow();
  addEventListener('hashchange', follow);
  if (serviceWorker.controller) {
    await register();
    return say();
  }
  let isThere = false;
  for (const wait of TRIES_MS)
    setTimeout(() => {
      if (!isThere) void bring().catch(() => undefined);
    }, wait);
  setTimeout(() => {
    if (!isThere) fetch(script, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  }, NUDGE_MS);
  await serviceWorker.ready;
  isThere = true;
  // The page that brought the worker was not seen by it.
  await ask(base, { ask: 'find', url: location.href });
}

const register = (): Promise<unknown> =>
  navigator.serviceWorker.register(script, { scope: base, updateViaCache: 'all' });

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

if (location.protocol.startsWith('http') && mayRegister(base)) start().catch(() => undefined);
