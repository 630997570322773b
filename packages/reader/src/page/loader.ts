import { ask } from './ask.ts';
import { mayRegister } from './may-register.ts';

/** What comes after the text of every page: brings the worker, and says what is to be said of the page. */
const { currentScript, documentElement } = document;
const base = new URL('.', (currentScript as HTMLScriptElement).src).href;
const { lang } = documentElement;
const settings = `${base}${lang}/reader.html`;

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  follow();
  addEventListener('hashchange', follow);
  await serviceWorker.register(`${base}worker.js`, { scope: base, updateViaCache: 'all' });
  if (serviceWorker.controller) return say();
  await serviceWorker.ready;
  // The page that brought the worker was not seen by it.
  await ask(base, { ask: 'find', url: location.href });
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
  line.append(`${(words[name] ?? '').replace('{date}', date)} `, link);
  document.querySelector('main')?.prepend(line);
}

if (location.protocol.startsWith('http') && mayRegister(base)) start().catch(() => undefined);
