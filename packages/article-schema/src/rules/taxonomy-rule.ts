import { shorten } from '../characters/count.ts';
import { nearest, toldGuess } from '../explain/nearest.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import type { Outlet, Taxon } from '../schema/outlet.ts';
import type { ArticleRule } from './rule.ts';

/** Names that exist, with the words a message about a missing one uses. */
interface Known {
  ids: Pick<ReadonlySet<string>, 'has' | 'keys'>;
  code: string;
  /** As in “There is no section”, and after “нет”. */
  what: InBoth;
  remedy: InBoth;
}

function unknown(id: string, path: FieldPath, known: Known): Finding[] {
  if (known.ids.has(id)) return [];
  const meant = nearest(id, known.ids.keys());
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  const listed = typeof path.at(-1) === 'number';
  const remedy = remedyFor(meant, known.remedy);
  return [
    {
      code: known.code,
      path,
      found: shorten(id),
      message: `There is no ${known.what.en} “${shorten(id)}”.`,
      remedy: remedy.en,
      ru: { message: `Нет ${known.what.ru} «${shorten(id)}».`, remedy: remedy.ru },
      ...(meant === undefined ? {} : { example: `${name}: ${listed ? `[${meant}]` : meant}` }),
    },
  ];
}

const remedyFor = (meant: string | undefined, { en, ru }: InBoth): InBoth =>
  meant === undefined
    ? { en, ru }
    : {
        en: `${toldGuess(meant).en}Otherwise: ${lower(en)}`,
        ru: `${toldGuess(meant).ru}Иначе: ${lower(ru)}`,
      };

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const idsOf = (taxa: readonly Taxon[]): ReadonlySet<string> => new Set(taxa.map(({ id }) => id));

/** A remedy, and all names where they are few. */
const withNames = ({ en, ru }: InBoth, ids: ReadonlySet<string>): InBoth =>
  ids.size === 0 || ids.size > 40
    ? { en, ru }
    : {
        en: `${en} There are: ${[...ids].join(', ')}.`,
        ru: `${ru} Есть такие: ${[...ids].join(', ')}.`,
      };

const WRITE_SECTION: InBoth = {
  en: 'Write the id of a section in outlet.yaml.',
  ru: 'Напишите идентификатор раздела из outlet.yaml.',
};

const WRITE_TAG: InBoth = {
  en: 'Write the id of a tag in outlet.yaml, or add the tag there with a name per language.',
  ru: 'Напишите идентификатор темы из outlet.yaml или добавьте тему туда с названием на каждом языке.',
};

const WRITE_SERIES: InBoth = {
  en: 'Add the series to outlet.yaml, or write the id of one there.',
  ru: 'Добавьте серию в outlet.yaml или напишите идентификатор серии оттуда.',
};

const addAuthor = (id: string): InBoth => ({
  en: `Add the record content/authors/${shorten(id)}.yaml, or leave “authors” out: then it is the newsroom’s.`,
  ru: `Добавьте запись content/authors/${shorten(id)}.yaml или уберите «authors»: тогда автор — редакция.`,
});

const addContributor = (id: string): InBoth => ({
  en: `Add the record content/authors/${shorten(id)}.yaml, or write “name” instead of “author”.`,
  ru: `Добавьте запись content/authors/${shorten(id)}.yaml или напишите «name» вместо «author».`,
});

/** Sections, tags, series, authors and contributors exist. */
export const taxonomyRule: ArticleRule = (article, { outlet, authors }) => [
  ...(outlet === undefined ? [] : taxa(article, outlet)),
  ...(authors === undefined ? [] : people(article, authors)),
];

function taxa(
  { lang, section, tags, series }: Parameters<ArticleRule>[0],
  outlet: NonNullable<Parameters<ArticleRule>[1]['outlet']>,
): Finding[] {
  const sections = idsOf(outlet.sections);
  const known = {
    what: { en: 'tag', ru: 'темы' },
    code: 'tag-unknown',
    ids: tagsById(outlet.tags),
    remedy: WRITE_TAG,
  };
  const seriesIds = idsOf(outlet.series);
  return [
    ...(section === undefined
      ? []
      : unknown(section, ['section'], {
          what: { en: 'section', ru: 'раздела' },
          code: 'section-unknown',
          ids: sections,
          remedy: withNames(WRITE_SECTION, sections),
        })),
    ...(tags ?? []).flatMap((tag, index) => [
      ...unknown(tag, ['tags', index], known),
      ...nameless(tag, ['tags', index], lang, outlet),
    ]),
    ...(series === undefined
      ? []
      : unknown(series.id, ['series', 'id'], {
          what: { en: 'series', ru: 'серии' },
          code: 'series-unknown',
          ids: seriesIds,
          remedy: withNames(WRITE_SERIES, seriesIds),
        })),
  ];
}

/** An outlet may have thousands of tags, and its articles are many: they are sorted once. */
const sortedTags = new WeakMap<readonly Taxon[], ReadonlyMap<string, Taxon>>();

function tagsById(tags: readonly Taxon[]): ReadonlyMap<string, Taxon> {
  const byId = sortedTags.get(tags) ?? new Map(tags.map((tag) => [tag.id, tag]));
  sortedTags.set(tags, byId);
  return byId;
}

/** Tags need a name only in the languages that use them: this one does. */
function nameless(
  id: string,
  path: FieldPath,
  lang: string | undefined,
  { tags, languages }: Pick<Outlet, 'tags' | 'languages'>,
): Finding[] {
  const name = tagsById(tags).get(id)?.name;
  const isPublished = languages.some(({ code }) => code === lang);
  if (name === undefined || lang === undefined || !isPublished || Object.hasOwn(name, lang))
    return [];
  const shown = shorten(Object.values(name)[0] ?? '');
  return [
    {
      code: 'tag-not-named',
      path,
      found: id,
      message: `The tag “${id}” (${shown}) has no name in “${lang}”, the article’s language.`,
      why: 'Its page, its feed and this article would show a name in another language.',
      remedy: `Name it in outlet.yaml, at “id: ${id}” below “tags”, or leave it out here.`,
      ru: {
        message: `У темы «${id}» (${shown}) нет названия на языке статьи, «${lang}».`,
        why: 'На её странице, в ленте и у этой статьи стояло бы название на другом языке.',
        remedy: `Назовите её в outlet.yaml, у «id: ${id}» в «tags», или уберите её здесь.`,
      },
      example: `name: { ${Object.keys(name)[0] ?? 'en'}: ${shown}, ${lang}: … }`,
    },
  ];
}

function people(
  { authors, contributors }: Parameters<ArticleRule>[0],
  ids: ReadonlySet<string>,
): Finding[] {
  const known = { ids, what: { en: 'author', ru: 'автора' }, code: 'author-unknown' };
  return [
    ...(authors ?? []).flatMap((id, index) =>
      unknown(id, ['authors', index], {
        ...known,
        remedy: addAuthor(id),
      }),
    ),
    ...(contributors ?? []).flatMap((person, index) =>
      'author' in person
        ? unknown(person.author, ['contributors', index, 'author'], {
            ...known,
            remedy: addContributor(person.author),
          })
        : [],
    ),
  ];
}
