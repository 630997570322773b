/** An article that nothing is wrong with, and where it stands. */
export const WELL = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: en
kind: news
title: The port city that kept its lights on
standfirst: Three winters of blackouts taught one town to make its own power.
section: news
tags: []
authors: []
status: draft
leadImage:
  file: harbour.jpg
  alt: A harbour crane lit from below at night
  credit: Anna Petrova
sources:
  - id: grid-report
    title: Annual report of the grid operator
---

The lights came on at six.[^grid-report]

## Who pays

The harbour does.
`;
export const PLACE = 'articles/en/2026/11/22-harbour-lights/index.md';

/** A mistake that writers make often: how a right article becomes wrong, and what there is to say besides the message. */
export interface Mistake {
  spoil: [string, string];
  said: { en: string; ru: string };
}

/** The ten that are met most, in the order in which a first article meets them. */
export const MISTAKES: readonly Mistake[] = [
  {
    spoil: ['section: news\n', ''],
    said: {
      en: 'Choose one from the list in the writing room; in a file, write its id.',
      ru: 'В писательской выберите его из списка; в файле напишите его id.',
    },
  },
  {
    spoil: ['section: news', 'section: newz'],
    said: {
      en: 'Sections, tags and authors are called by their ids, not by their names; mostly a letter is wrong.',
      ru: 'Разделы, темы и авторов называют по id, а не по имени; чаще всего в нём опечатка.',
    },
  },
  {
    spoil: ['The port city that kept its lights on', 'Lights'],
    said: {
      en: 'In lists and feeds the headline stands alone: it has to say what happened.',
      ru: 'В списках и лентах заголовок стоит один: из него должно быть ясно, что произошло.',
    },
  },
  {
    spoil: ['title: The port city that kept', 'title: The port city: it kept'],
    said: {
      en: 'A colon followed by a space means something in these lines. Put such a headline into quotes; the writing room does it by itself.',
      ru: 'Двоеточие с пробелом в этих строках кое-что значит. Возьмите такой заголовок в кавычки; писательская делает это сама.',
    },
  },
  {
    spoil: ['  credit: Anna Petrova\n', ''],
    said: {
      en: 'No picture is printed without the name of who made it, be it an agency, a reader or yourself.',
      ru: 'Без имени того, кто её сделал, картинка не печатается, будь то агентство, читатель или вы.',
    },
  },
  {
    spoil: ['  alt: A harbour crane lit from below at night\n', ''],
    said: {
      en: 'Say what is to be seen, as on the telephone. Where the picture only decorates, say that instead.',
      ru: 'Скажите, что видно, как сказали бы по телефону. Если картинка только украшает, отметьте это.',
    },
  },
  {
    spoil: ['status: draft', 'status: ready'],
    said: {
      en: 'Leave the status at draft: an editor makes the article ready, and the time is written down with it.',
      ru: 'Оставьте черновик: готовой статью делает редактор, тогда же записывается и время.',
    },
  },
  {
    spoil: ['[^grid-report]', '[^report]'],
    said: {
      en: 'The footnote in the text and the source in the list have to bear the same short name.',
      ru: 'У сноски в тексте и у источника в списке должно быть одно и то же короткое имя.',
    },
  },
  {
    spoil: ['The harbour does.', 'The harbour does.\n\n![](crane.jpg)'],
    said: {
      en: 'In the square brackets stands what is to be seen: `![A crane](crane.jpg "The third pier. Photo: Anna Petrova")`.',
      ru: 'В квадратных скобках — что видно: `![Кран](crane.jpg "Третий причал. Фото: Анна Петрова")`.',
    },
  },
  {
    spoil: ['kind: news', 'kind: news\nstandfrist: Again.'],
    said: {
      en: 'A field that nobody reads would be lost without a word: so an unknown name is a mistake.',
      ru: 'Поле, которое никто не читает, пропало бы молча, поэтому незнакомое имя — ошибка.',
    },
  },
];
