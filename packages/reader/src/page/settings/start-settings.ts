import { mayRegister } from '../may-register.ts';
import { startAdding } from './adding.ts';
import { startDeleting } from './deleting.ts';
import { startTaking } from './taking.ts';
import { lookFurther } from './look-further.ts';
import { openPlace, part, type Place, tell } from './place.ts';
import { listKept } from './list-kept.ts';

/** Brings the settings page to life. */
export async function startSettings(root: HTMLElement): Promise<void> {
  const place = openPlace(root);
  if (!mayRegister(place.base)) return;
  tell(root, 'state', place.word('notYet'));
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

function startChoices({ root, ask }: Place, state: Readonly<Record<string, unknown>>): void {
  for (const name of ['mirrorFirst', 'keepNothing']) {
    const box = root.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (!box) continue;
    box.checked = state[name] === true;
    box.addEventListener('change', () => void ask({ ask: 'set', [name]: box.checked }));
  }
}
