import { OFF } from '../may-register.ts';
import { part, type Place, tell } from './place.ts';

/** Milliseconds for the worker to stop keeping anything. */
const PATIENCE_MS = 2_000;

/** Deletes everything, and says so in the place of what there is nothing left to do with. */
export async function deleteAll({ root, base, ask, word }: Place): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([ask({ ask: 'purge' }), patience]);
  // Also where the worker lost its rest, and answers nothing.
  await caches.delete(`tamizdat ${base}`);
  await (await navigator.serviceWorker.getRegistration(base))?.unregister();
  const needs = part(root, 'needs');
  if (needs) needs.hidden = true;
  tell(root, 'state', word('purged'));
  // The button that was pressed is gone.
  part(root, 'state')?.focus();
}

/** The two ways out: delete everything, and never again. */
export function startDeleting(place: Place): void {
  const { root } = place;
  part(root, 'purge')?.addEventListener('click', () => {
    localStorage.removeItem(OFF);
    void deleteAll(place);
  });
  part(root, 'off')?.addEventListener('click', () => {
    localStorage.setItem(OFF, 'off');
    void deleteAll(place);
  });
}
