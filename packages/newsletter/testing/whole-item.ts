import type { LetterItem, WholeArticle } from '../src/letter.ts';
import { JPEG } from './sample-letter.ts';

/** An article in full for tests. @param slug Names it, its id and its address */
export function wholeItem(slug: string, rest: Partial<WholeArticle> = {}): LetterItem {
  return {
    id: slug.toUpperCase(),
    kicker: 'Земля и вода',
    title: `Статья ${slug}`,
    blurb: `Зачем читать ${slug}.`,
    url: `https://pane.example/ru/2026/11/21/${slug}.html`,
    whole: {
      lang: 'ru',
      dir: 'ltr',
      meta: ['Дарья Кольчина · Тиглинск', '21 ноября 2026 г. в 08:30 (UTC+2)'],
      html: `<figure><img src="cid:${slug}@letter" width="600" height="400" alt="Кран"><figcaption>Вода &amp; осадок. Агата Линд</figcaption></figure><p>Текст ${slug}<sup>[1]</sup>.</p>`,
      text: `Дарья Кольчина · Тиглинск\n21 ноября 2026 г. в 08:30 (UTC+2)\n\n[Кран]\nВода & осадок. Агата Линд\n\nТекст ${slug}[1].`,
      pictures: [{ id: `${slug}@letter`, bytes: JPEG }],
      elsewhere: [`https://mirror.example/ru/2026/11/21/${slug}.html`],
      ...rest,
    },
  };
}

/** So many bytes of paragraphs. */
export const longHtml = (bytes: number): string =>
  '<p>Вода отстаивается сутки, и осадок остаётся на дне бутылки.</p>\n'.repeat(
    Math.ceil(bytes / 110),
  );
