import type { ArticleOutline } from '../parse/article.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
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
