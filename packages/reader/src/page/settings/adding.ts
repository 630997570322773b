import { part, type Place, tell } from './place.ts';

/** The form for an address that somebody gave the reader, typed in or from `#via=`. */
export function startAdding(place: Place): void {
  const form = part(place.root, 'add');
  const field = form?.querySelector<HTMLInputElement>('[name=base]');
  if (!form || !field) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void tryAddress(place, form, field.value);
  });
  const [, via] = /^#via=(.+)$/.exec(location.hash) ?? [];
  if (via === undefined) return;
  try {
    field.value = decodeURIComponent(via);
  } catch {
    return;
  }
  field.focus();
  // Whoever made the link decides nothing: the reader presses the button.
  tell(form, 'told', place.word('addAsk', { address: field.value }));
}

async function tryAddress({ ask, word }: Place, form: HTMLElement, given: string): Promise<void> {
  tell(form, 'told', '…');
  for (const base of basesIn(given)) {
    const answer = await ask({ ask: 'add', base });
    if (answer?.['ok'] !== true) continue;
    tell(form, 'told', word('added'));
    return;
  }
  tell(form, 'told', word('notAdded'));
}

/** People paste the address of a page as well: the folder that it lies in can be the base, or the one around its edition. */
function basesIn(given: string): string[] {
  if (!URL.canParse(given.trim())) return [];
  const { origin, pathname } = new URL(given.trim());
  const folder = pathname.replace(/[^/]*$/, '');
  const [around = folder] = folder.split(`${document.documentElement.lang}/`);
  return [...new Set([folder, around])].map((path) => origin + path);
}
