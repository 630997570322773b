import type { TierFacts } from '../tier-facts.ts';
import type { IndexConnection } from './index-connection.ts';
import type { SearchParts } from './search-parts.ts';

/**
 * Fills the choice of authors from the index, where the page says `data-fill` because they are too many to be in it: once,
 * when the reader turns to the form.
 */
export function fillAuthorsLater(
  { form, locale, selects: { author } }: Pick<SearchParts, 'form' | 'locale' | 'selects'>,
  index: IndexConnection,
): void {
  if (author.dataset['fill'] === undefined) return;
  let filling: Promise<void> | undefined;
  let isFilled = false;
  const fill = (): Promise<void> =>
    (filling ??= index
      .ask(({ tiers }) => Promise.resolve(listAuthors(tiers, locale)))
      .then((names) => {
        offer(author, names);
        isFilled = true;
      })
      .catch(() => {
        // Told where something is asked; the next turn to the form tries again.
        filling = undefined;
      }));
  form.addEventListener('focusin', () => void fill());
  author.addEventListener('mousedown', (event) => {
    if (isFilled) return;
    // A list that is open shows nothing that comes later.
    event.preventDefault();
    author.focus();
    void fill().then(() => {
      open(author);
    });
  });
}

/** All authors that articles of any tier have, by name. */
export function listAuthors(
  tiers: readonly Pick<TierFacts, 'filters'>[],
  locale: string,
): string[] {
  const names = new Set(tiers.flatMap(({ filters }) => filters.author));
  return [...names].sort(new Intl.Collator(locale).compare);
}

function offer(select: HTMLSelectElement, names: readonly string[]): void {
  const { value } = select;
  select.length = 1;
  for (const name of names) select.add(new Option(name, name));
  if (value !== '' && !names.includes(value)) select.add(new Option(value, value));
  select.value = value;
}

function open(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // Too long after the tap, or an older browser: the next tap opens it.
  }
}
