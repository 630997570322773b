import type { ArticleOutline } from '../parse/article.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import { shorten } from '../characters/count.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { AcrossFinding } from './check-across.ts';

/** Tells every article that has a key which another has, and that other. */
function clashes(
  articles: readonly ArticleOutline[],
  keyOf: (article: ArticleOutline) => string | undefined,
  explain: (other: ArticleOutline, article: ArticleOutline) => Finding,
): AcrossFinding[] {
  const groups = Map.groupBy(articles, keyOf);
  return [...groups].flatMap(([key, group]) => {
    const [first, second] = group;
    if (key === undefined || first === undefined || second === undefined) return [];
    return group.map((article) => ({
      path: article.path,
      finding: explain(article === first ? second : first, article),
    }));
  });
}

const at = (path: FieldPath, rest: Omit<Finding, 'path'>): Finding => ({ path, ...rest });

/** An id belongs to one article in one language. */
export function checkIds(articles: readonly ArticleOutline[]): AcrossFinding[] {
  return clashes(
    articles,
    ({ id }) => id,
    (other, { id = '' }) =>
      at(['id'], {
        code: 'id-not-unique',
        found: id,
        message: `The id also belongs to ${other.path}.`,
        why: 'Feed readers take two articles of one id for one.',
        remedy:
          'Give the newer of the two a new id (“npx tamizdat id” prints one); never change the older one’s.',
        ru: {
          message: `Этот id уже есть у ${other.path}.`,
          why: 'Две статьи с одним id программы для чтения лент принимают за одну.',
          remedy:
            'Дайте новый id той из двух, что новее (его печатает «npx tamizdat id»); у старой не меняйте никогда.',
        },
      }),
  );
}

/** A former id in feeds belongs to one article, and is none of those that this outlet gives. */
export function checkFeedIds(
  articles: readonly ArticleOutline[],
  outlet: Pick<Outlet, 'tagAuthority'> | undefined,
): AcrossFinding[] {
  const given = outlet && `tag:${outlet.tagAuthority.domain},${outlet.tagAuthority.date}:`;
  const ours = articles.filter(
    ({ feedId }) => given !== undefined && feedId?.trim().startsWith(given),
  );
  return [
    ...ours.map(({ path, feedId = '' }) => ({ path, finding: feedIdOurs(feedId) })),
    ...clashes(
      articles,
      ({ feedId }) => feedId?.trim(),
      (other, { feedId = '' }) => feedIdTaken(feedId, other.path),
    ),
  ];
}

const feedIdOurs = (feedId: string): Finding =>
  at(['feedId'], {
    code: 'feed-id-ours',
    found: shorten(feedId),
    message: 'This is an id that the outlet itself gives to articles in its feeds.',
    why: 'Feed readers would take the article for the one whose id it is, and show only one of them.',
    remedy: 'Leave the line out: an article’s own id needs none.',
    ru: {
      message: 'Такие id издание само даёт статьям в своих лентах.',
      why: 'Программы для чтения лент примут статью за ту, чей это id, и покажут только одну из них.',
      remedy: 'Уберите строку: своему id статьи она не нужна.',
    },
  });

const feedIdTaken = (feedId: string, other: string): Finding =>
  at(['feedId'], {
    code: 'feed-id-not-unique',
    found: shorten(feedId),
    message: `The former id in feeds also belongs to ${other}.`,
    why: 'Feed readers take two articles of one id for one.',
    remedy: 'Keep it in the article that had it, and leave the line out in the other.',
    ru: {
      message: `Этот прежний id в лентах уже есть у ${other}.`,
      why: 'Две статьи с одним id программы для чтения лент принимают за одну.',
      remedy: 'Оставьте его у статьи, у которой он был, а у другой строку уберите.',
    },
  });

/** A story has one version a language. */
export function checkTranslations(articles: readonly ArticleOutline[]): AcrossFinding[] {
  return clashes(
    articles,
    ({ translationKey, lang }) =>
      translationKey === undefined || lang === undefined ? undefined : `${lang} ${translationKey}`,
    (other, { translationKey = '', lang = '' }) =>
      at(['translationKey'], {
        code: 'translation-key-taken',
        found: translationKey,
        message: `${other.path} is also the version of “${translationKey}” in “${lang}”.`,
        why: 'Readers are led from one language to the other: there can be one version in each.',
        remedy: 'Give one of the two another translation key, or leave its line out.',
        ru: {
          message: `${other.path} — тоже версия «${translationKey}» на языке «${lang}».`,
          why: 'Читателей ведут с одного языка на другой: на каждом может быть одна версия.',
          remedy: 'Дайте одной из двух другой ключ перевода или уберите у неё эту строку.',
        },
      }),
  );
}

/** A part of a series is one article a language. */
export function checkSeries(articles: readonly ArticleOutline[]): AcrossFinding[] {
  return clashes(
    articles,
    ({ series, lang }) =>
      series === undefined || lang === undefined
        ? undefined
        : `${lang} ${series.id} ${series.part}`,
    (other, { series }) =>
      at(['series', 'part'], {
        code: 'series-part-taken',
        found: String(series?.part),
        message: `Part ${series?.part ?? ''} of the series “${series?.id ?? ''}” is already ${other.path}${other.title === undefined ? '' : ` (“${other.title}”)`}.`,
        remedy: 'Give one of the two another part.',
        ru: {
          message: `Часть ${series?.part ?? ''} серии «${series?.id ?? ''}» — это уже ${other.path}${other.title === undefined ? '' : ` («${other.title}»)`}.`,
          remedy: 'Дайте одной из двух другой номер части.',
        },
      }),
  );
}
