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
  const answer = await ask({ ask: 'add', base: baseOf(given) });
  tell(form, 'told', word(answer?.['ok'] === true ? 'added' : 'notAdded'));
}

/** People paste the address of a page as well: the folder that it lies in is what can be a base. */
function baseOf(given: string): string {
  if (!URL.canParse(given.trim())) return '';
  const { origin, pathname } = new URL(given.trim());
  return origin + pathname.replace(/[^/]*$/, '');
}
