import type { Random } from './random.ts';

const ENGLISH =
  'the a of to in and that for on with as at by from it was were had has said not but they he she this which city river plant council winter water school court road bridge office line week month year people teacher doctor driver engineer neighbour letter answer question price heating station village district document hearing record number report figure reason decision repair delivery window morning evening family child house street market train ferry library archive paper notice meeting promise silence power light bread coal diesel snow ice bank'.split(
    ' ',
  );
const RUSSIAN =
  'в и на не что с по это как из за к но они он она было были сказал сказала город река завод совет зима вода школа суд дорога мост контора линия неделя месяц год люди учитель врач водитель инженер сосед письмо ответ вопрос цена отопление станция деревня район документ заседание запись число отчёт цифра причина решение ремонт поставка окно утро вечер семья ребёнок дом улица рынок поезд паром библиотека архив бумага объявление собрание обещание молчание свет хлеб уголь солярка снег лёд берег'.split(
    ' ',
  );

export type Language = 'en' | 'ru';

/** Writes Markdown of about so many words. */
export type Prose = (language: Language, words: number, random: Random) => string;

const WORDS: Readonly<Record<Language, readonly string[]>> = { en: ENGLISH, ru: RUSSIAN };

/** `count` words with a capital at the beginning, without a full stop. */
export function phrase(language: Language, count: number, random: Random): string {
  const words = Array.from({ length: count }, () => random.pick(WORDS[language]));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A paragraph of words that are picked from a list. */
function paragraph(language: Language, count: number, random: Random): string {
  const sentences: string[] = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, random.between(6, 22));
    sentences.push(`${phrase(language, length, random)}.`);
    left -= length;
  }
  return sentences.join(' ');
}

/** Markdown of `count` words: paragraphs, a subheading now and then, a quote, one footnote. */
export function prose(
  language: Language,
  count: number,
  random: Random,
  write = paragraph,
): string {
  const blocks: string[] = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, random.between(40, 90));
    const text = write(language, length, random);
    blocks.push(random.next() < 0.1 ? `> ${text}` : text);
    if (random.next() < 0.2 && left > length) {
      blocks.push(`## ${phrase(language, random.between(2, 5), random)}`);
    }
    left -= length;
  }
  blocks[0] = `${blocks[0] ?? ''}[^report]`;
  return blocks.join('\n\n');
}

/** Writes texts from these sentences, so that they have as many different words as real ones. */
export const proseOf =
  (sentences: Readonly<Record<Language, readonly string[]>>): Prose =>
  (language, count, random) =>
    prose(language, count, random, (_, words) => {
      const picked: string[] = [];
      while (picked.join(' ').split(' ').length < words)
        picked.push(random.pick(sentences[language]));
      return picked.join(' ');
    });
