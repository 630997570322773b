import { isPurge, isRefused, mayRegister, OFF } from '../may-register.ts';
import { startAdding } from './adding.ts';
import { deleteAll, startDeleting } from './deleting.ts';
import { startTaking } from './taking.ts';
import { lookFurther } from './look-further.ts';
import { openPlace, part, type Place, tell } from './place.ts';
import { listKept } from './list-kept.ts';

/** Brings the settings page to life. */
export async function startSettings(root: HTMLElement): Promise<void> {
  const place = openPlace(root);
  // The worker deletes it where it is there; only where this page is opened for itself.
  if (isPurge() && parent === window) return deleteAll(place);
  if (isRefused()) {
    offerAgain(place);
    return;
  }
  if (!mayRegister(place.base)) return;
  tell(root, 'state', place.word('notYet'));
  // On a first visit the page itself brings the worker.
  if (!(await place.ask({ ask: 'state' }))) await navigator.serviceWorker.ready;
  const state = await place.ask({ ask: 'state' });
  // At another address it stands for the page that is not at hand.
  if (!location.pathname.endsWith('/reader.html')) void lookFurther(place);
  if (!state || state['clock'] === undefined) return;
  tell(root, 'state', place.word('ready', { date: place.date(state['clock']) }));
  const needs = part(root, 'needs');
  if (needs) needs.hidden = false;
  startChoices(place, state);
  startAdding(place);
  startTaking(place);
  startDeleting(place);
  await listKept(place);
}

/** Whoever said no to all of it may think again. */
function offerAgain({ root, word }: Place): void {
  tell(root, 'state', word('refused'));
  const allow = part(root, 'allow');
  if (!allow) return;
  allow.hidden = false;
  allow.addEventListener('click', () => {
    localStorage.removeItem(OFF);
    location.reload();
  });
}

function startChoices({ root, ask }: Place, state: Readonly<Record<string, unknown>>): void {
  for (const name of ['mirrorFirst', 'keepNothing']) {
    const box = root.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!box) continue;
    box.checked = state[name] === true;
    box.addEventListener('change', () => void ask({ ask: 'set', [name]: box.checked }));
  }
}
