import { articleAddress } from '@tamizdat/archive';
import { ErrorInBoth } from '@tamizdat/problem';
import type { ShownArticle } from '../shown/load-shown.ts';
import type { EditionDays } from './build-edition.ts';

/** The text alone of a book is too heavy: names the article that weighs most. Nothing was written. */
export function heavyBookError(
  { lang, from, to }: EditionDays,
  articles: readonly ShownArticle[],
  maxBytes: number,
): ErrorInBoth {
  const { address, title, bytes } = heaviest(articles);
  return new ErrorInBoth({
    en:
      `The text alone of the book of ${from} – ${to} (${lang}) is heavier than the ${maxBytes} bytes of a book. ` +
      `Of its ${articles.length} articles “${title}” weighs most: ${address}, ${bytes} bytes of HTML. Nothing was written. ` +
      `Make two articles of it, or books of fewer days: “weeks” without “months” in content/outlet.yaml (books), --week or --ids in tamizdat edition.`,
    ru:
      `Даже без картинок книга за ${from} – ${to} (${lang}) тяжелее, чем бывает книга (${maxBytes} байт). ` +
      `Из её статей (${articles.length}) самая тяжёлая — «${title}»: ${address}, ${bytes} байт HTML. Ничего не записано. ` +
      `Разделите её на две или делайте книги за меньшее время: «weeks» без «months» в content/outlet.yaml (books), --week или --ids у tamizdat edition.`,
  });
}

function heaviest(articles: readonly ShownArticle[]) {
  const weighed = articles.map(({ article, view, noted }) => ({
    address: articleAddress(article.address),
    title: view.title,
    bytes: Buffer.byteLength(noted),
  }));
  return weighed.reduce((most, one) => (one.bytes > most.bytes ? one : most), {
    address: '',
    title: '',
    bytes: 0,
  });
}
