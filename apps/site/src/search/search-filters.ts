import { AUTHOR_CHOICES_MAX } from '../limits.ts';
import type { PageContext } from '../page/open-page.ts';
import { localized, taxonName, yearName } from '@tamizdat/render';

export interface SearchFilter {
  name: 'section' | 'author' | 'year';
  label: string;
  options: { value: string; text: string }[];
  /** Whether the other options come with the index. */
  isFilledLater?: true;
}

/** The filters of the search page with what this edition's articles offer; the first option of each is "any". */
export async function searchFilters(page: PageContext): Promise<SearchFilter[]> {
  const { door, lang, outlet, edition, words } = page;
  const any = { value: '', text: words.searchWords.any };
  const sections = await door.listIds(lang, 'section');
  const authorIds = await door.listIds(lang, 'author');
  const isLong = authorIds.length > AUTHOR_CHOICES_MAX;
  const authors = await Promise.all(isLong ? [] : authorIds.map((id) => door.author(id)));
  const names = authors.flatMap((author) => (author ? [localized(author.name, lang, outlet)] : []));
  const years = [...new Set((await door.months(lang)).map((month) => month.slice(0, 4)))];
  const inOrder = outlet.sections.filter(({ id }) => sections.includes(id));
  return [
    {
      name: 'section',
      label: words.searchWords.section,
      options: [
        any,
        ...inOrder.map(({ id }) => ({
          value: id,
          text: taxonName(outlet.sections, id, lang, outlet),
        })),
      ],
    },
    {
      name: 'author',
      label: words.searchWords.author,
      options: [
        any,
        ...names
          .sort(new Intl.Collator(edition.locale).compare)
          .map((name) => ({ value: name, text: name })),
      ],
      ...(isLong && { isFilledLater: true }),
    },
    {
      name: 'year',
      label: words.searchWords.year,
      options: [any, ...years.map((year) => ({ value: year, text: yearName(year, edition) }))],
    },
  ];
}
