import type { Letter } from '../src/letter.ts';

/** A JPEG's first bytes: nobody looks further here. */
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** A letter for tests, with everything a letter can have. */
export function sampleLetter(rest: Partial<Letter> = {}): Letter {
  return {
    id: 'weekly/2026-w47',
    title: 'Неделя: вода, паром и «сорок семь книг»',
    name: 'Неделя за окном',
    days: '16–22 ноября 2026 г.',
    lang: 'ru',
    dir: 'ltr',
    outlet: { name: 'Форточка', home: 'https://pane.example/ru/index.html' },
    accent: { light: '#0f5f74', dark: '#6cc3d8' },
    items: [
      {
        kicker: 'Тиглинск',
        title: 'Четыре года анализов воды никто не публиковал',
        blurb:
          'Галина Ершина подписывает бутылки числами, как варенье. Мы сравнили её подоконник со 196 протоколами.',
        url: 'https://pane.example/ru/2026/11/21/voda.html',
        picture: {
          bytes: JPEG,
          width: 1200,
          height: 800,
          alt: 'Кран & стакан',
          credit: 'Агата Линд',
        },
      },
      {
        kicker: '',
        title: 'Паром <не> ходит третий день',
        blurb: 'Два села отрезаны от больницы.',
        url: 'https://pane.example/ru/2026/11/19/parom.html?a=1&b=2',
      },
    ],
    leave: 'https://lists.example/leave?list=1&who=2',
    words: {
      readOn: 'Читать дальше',
      why: 'Вы получаете это письмо, потому что подписались на «Неделя за окном».',
      leave: 'Отписаться',
      alsoAt: 'То же по адресам',
      part: '{number} из {count}',
      tooLong: 'Целиком текст приложен: {file}',
    },
    ...rest,
  };
}
