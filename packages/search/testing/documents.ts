import type { SearchDocument } from '../src/document.ts';

type Row = [
  day: string,
  title: string,
  standfirst: string,
  body: string,
  section: string,
  author: string,
];

const RUSSIAN: Row[] = [
  [
    '2026-11-20',
    'Мэрия закрыла три моста',
    'Жители добираются в обход.',
    'Большие города страны теряют мосты. Река поднялась за ночь.',
    'city',
    'Анна Лебедева',
  ],
  [
    '2026-11-18',
    'Как\u00a0живут малые города — репортаж',
    'Без больницы и вокзала.',
    'В городе осталась одна школа, рядом течёт река.',
    'city',
    'Анна Лебедева',
  ],
  [
    '2026-10-02',
    'Волга мелеет',
    'Почему рыбаки уходят с реки.',
    'Великие реки обмелели, о реках молчат чиновники.',
    'nature',
    'Игорь Ким',
  ],
  [
    '2026-09-15',
    'Суд продлил арест журналистки',
    'Заседание шло двадцать минут.',
    'Журналистку оставили под стражей. Адвокаты подали жалобу.',
    'courts',
    'Игорь Ким',
  ],
  [
    '2026-03-01',
    'Учителя просят прибавки',
    'Письмо подписали тысяча человек.',
    'Школьный учитель получает меньше курьера.',
    'money',
    'Анна Лебедева',
  ],
  [
    '2025-12-30',
    'Год в цифрах',
    'Что подорожало сильнее всего.',
    'Цены на яйца выросли вдвое, хлеб подорожал.',
    'money',
    'Игорь Ким',
  ],
  [
    '2025-08-08',
    'Пожары подошли к посёлкам',
    'Эвакуировали детские лагеря.',
    'Лесные пожары идут к посёлку Берёзовый. Ёлки горят как спички.',
    'nature',
    'Редакция «Дом & сад»',
  ],
  [
    '2025-04-12',
    'Письма из колонии',
    'Читаем почту заключённых.',
    'Заключённый пишет матери: «не плачь».',
    'courts',
    'Анна Лебедева',
  ],
  [
    '2024-11-11',
    'Реки под замком',
    'Берега раздали арендаторам.',
    'К воде больше не пройти.',
    'nature',
    'Игорь Ким',
  ],
  [
    '2024-06-06',
    'Автобус раз в неделю',
    'Деревни остаются без связи.',
    'До районного центра сорок километров пешком.',
    'city',
    'Игорь Ким',
  ],
];

const ENGLISH: Row[] = [
  [
    '2026-11-21',
    'Mayors refuse to sign',
    'Eleven cities say no.',
    'The mayor of each city wrote a letter. Winters are hard.',
    'city',
    'Anna Lebedeva',
  ],
  [
    '2026-05-05',
    'The river that moved',
    'A border follows the water.',
    'Rivers wander; this one took a village along.',
    'nature',
    'Igor Kim',
  ],
  [
    '2025-02-03',
    'Running a school without heating',
    'Teachers bring firewood.',
    'Children run between classes to keep warm.',
    'money',
    'Anna Lebedeva',
  ],
  [
    '2024-07-19',
    'A verdict at midnight',
    'The court sat for nine hours.',
    'Lawyers were searched twice. <script>alert(1)</script>',
    'courts',
    'Igor Kim',
  ],
];

/** Ten articles in Russian and as many more of filling, so that there is a second page of results. */
export function makeRussianDocuments(lang = 'ru'): SearchDocument[] {
  return [...RUSSIAN.map((row, index) => makeDocument(lang, row, index)), ...makeFilling(lang)];
}

export function makeEnglishDocuments(): SearchDocument[] {
  return ENGLISH.map((row, index) => makeDocument('en', row, index));
}

function makeFilling(lang: string): SearchDocument[] {
  return Array.from({ length: 18 }, (_, index) => {
    const day = `2023-01-${String(index + 1).padStart(2, '0')}`;
    const body = `Короткая сводка номер ${index + 1}. ${'Тихий день. '.repeat(40)}`;
    return makeDocument(
      lang,
      [day, `Сводка за ${index + 1} января`, '', body, 'brief', 'Игорь Ким'],
      index,
    );
  });
}

function makeDocument(lang: string, row: Row, index: number): SearchDocument {
  const [day, title, standfirst, body, section, author] = row;
  return {
    address: `${lang}/${day.replaceAll('-', '/')}/story-${index}.html`,
    lang,
    title,
    ...(standfirst === '' ? {} : { standfirst }),
    bodyHtml: `<p>${body}</p>`,
    section: { id: section, name: `§ ${section}` },
    authors: [author],
    year: day.slice(0, 4),
    publishedAt: `${day}T09:00:00+03:00`,
    dateText: `day ${day}`,
    tags: [],
  };
}
