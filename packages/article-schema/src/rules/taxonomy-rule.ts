import { shorten } from '../characters/count.ts';
import { nearest } from '../explain/nearest.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { Taxon } from '../schema/outlet.ts';
import type { ArticleRule } from './rule.ts';

/** Names that exist, with the words a message about a missing one uses. */
interface Known {
  ids: ReadonlySet<string>;
  code: string;
  what: string;
  remedy: string;
}

function unknown(id: string, path: FieldPath, known: Known): Finding[] {
  if (known.ids.has(id)) return [];
  const meant = nearest(id, known.ids);
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  const listed = typeof path.at(-1) === 'number';
  return [
    {
      code: known.code,
      path,
      found: shorten(id),
      message: `There is no ${known.what} “${shorten(id)}”.`,
      remedy:
        meant === undefined
          ? known.remedy
          : `Did you mean “${meant}”? Otherwise: ${lower(known.remedy)}`,
      ...(meant === undefined ? {} : { example: `${name}: ${listed ? `[${meant}]` : meant}` }),
    },
  ];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const idsOf = (taxa: readonly Taxon[]): ReadonlySet<string> => new Set(taxa.map(({ id }) => id));

const listFew = (ids: ReadonlySet<string>): string =>
  ids.size > 0 && ids.size <= 40 ? ` There are: ${[...ids].join(', ')}.` : '';

/** Sections, tags, series, authors and contributors exist. */
export const taxonomyRule: ArticleRule = (article, { outlet, authors }) => [
  ...(outlet === undefined ? [] : taxa(article, outlet)),
  ...(authors === undefined ? [] : people(article, authors)),
];

function taxa(
  { section, tags, series }: Parameters<ArticleRule>[0],
  outlet: NonNullable<Parameters<ArticleRule>[1]['outlet']>,
): Finding[] {
  const sections = idsOf(outlet.sections);
  const known = { what: 'tag', code: 'tag-unknown', ids: tagIds(outlet.tags) };
  const seriesIds = idsOf(outlet.series);
  return [
    ...(section === undefined
      ? []
      : unknown(section, ['section'], {
          what: 'section',
          code: 'section-unknown',
          ids: sections,
          remedy: `Write the id of a section in outlet.yaml.${listFew(sections)}`,
        })),
    ...(tags ?? []).flatMap((tag, index) =>
      unknown(tag, ['tags', index], {
        ...known,
        remedy:
          'Write the id of a tag in outlet.yaml, or add the tag there with a name per language.',
      }),
    ),
    ...(series === undefined
      ? []
      : unknown(series.id, ['series', 'id'], {
          what: 'series',
          code: 'series-unknown',
          ids: seriesIds,
          remedy: `Add the series to outlet.yaml, or write the id of one there.${listFew(seriesIds)}`,
        })),
  ];
}

/** An outlet may have thousands of tags, and its articles are many: the set is made once. */
const tagSets = new WeakMap<readonly Taxon[], ReadonlySet<string>>();

function tagIds(tags: readonly Taxon[]): ReadonlySet<string> {
  const ids = tagSets.get(tags) ?? idsOf(tags);
  tagSets.set(tags, ids);
  return ids;
}

function people(
  { authors, contributors }: Parameters<ArticleRule>[0],
  ids: ReadonlySet<string>,
): Finding[] {
  const known = { ids, what: 'author', code: 'author-unknown' };
  return [
    ...(authors ?? []).flatMap((id, index) =>
      unknown(id, ['authors', index], {
        ...known,
        remedy: `Add the record content/authors/${shorten(id)}.yaml, or leave “authors” out: then it is the newsroom’s.`,
      }),
    ),
    ...(contributors ?? []).flatMap((person, index) =>
      'author' in person
        ? unknown(person.author, ['contributors', index, 'author'], {
            ...known,
            remedy: `Add the record content/authors/${shorten(person.author)}.yaml, or write “name” instead of “author”.`,
          })
        : [],
    ),
  ];
}
