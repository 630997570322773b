import { afterEach, expect, test, vi } from 'vitest';
import { makeSentences, openIndexOf, type AskedIndex } from '../../testing/ask-in-node.ts';

// Each test builds an index, which takes a second on a machine at work.
vi.setConfig({ testTimeout: 120_000 });

let open: AskedIndex | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** Sentences found for each query, by number, in their order in the text. */
async function numbersFor(
  language: string,
  sentences: string[],
  queries: readonly string[],
): Promise<Record<string, string>> {
  open = await openIndexOf(makeSentences(language, sentences), language);
  const found: Record<string, string> = {};
  for (const query of queries) {
    const shown = await open.ask(query);
    found[query] = shown
      .map((text) => /№ \[?(\d)/.exec(text)?.[1] ?? text)
      .sort()
      .join(' ');
  }
  return found;
}

test('a word that is nowhere finds nothing, whatever it begins with and stands beside', async () => {
  const sentences = [
    'А мост закрыли в понедельник, и новый мост не открыли.',
    'В городе ждут решения верховного суда.',
  ];
  expect(
    await numbersFor('ru', sentences, [
      'акваланг',
      'мостостроитель',
      'новостройка',
      'акваланг мост',
      'qwerty мост',
      'мост qwerty',
      '"мост закрыли" акваланг',
      '"акваланг мост"',
      'веро',
      'верховод',
    ]),
  ).toEqual({
    акваланг: '',
    мостостроитель: '',
    новостройка: '',
    'акваланг мост': '',
    'qwerty мост': '',
    'мост qwerty': '',
    '"мост закрыли" акваланг': '',
    '"акваланг мост"': '',
    веро: '',
    верховод: '',
  });
});

test('a form whose stem is another still finds the word', async () => {
  const sentences = ['Заблокировали два наших зеркала.', 'Дали кредит на год.'];
  expect(
    await numbersFor('ru', sentences, ['зеркалом', 'зеркалами', 'кредитом', 'зеркальце']),
  ).toEqual({ зеркалом: '0', зеркалами: '0', кредитом: '1', зеркальце: '' });
});

test('other forms of a word and its beginning still find it', async () => {
  const sentences = [
    'Мосты закрыли, а городская больница ждёт.',
    'В городе ждут решения верховного суда о новых журналистах.',
    'Большие реки и крутящиеся двери.',
  ];
  expect(
    await numbersFor('ru', sentences, [
      'мост',
      'мостами',
      'верховный',
      'верховной судья',
      'новый',
      'новой',
      'большой',
      'рекой',
      'крутящийся',
      'журнали',
      'журналистка',
      'больниц',
      'горо',
    ]),
  ).toEqual({
    мост: '0',
    мостами: '0',
    верховный: '1',
    'верховной судья': '1',
    новый: '1',
    новой: '1',
    большой: '2',
    рекой: '2',
    крутящийся: '2',
    журнали: '1',
    журналистка: '',
    больниц: '0',
    горо: '0 1',
  });
});

const FORMS: [language: string, sentence: string, found: string[], nowhere: string[]][] = [
  [
    'en',
    'The inquiring reporter asked in court.',
    ['reporters', 'asking', 'inqui'],
    ['inquisition', 'international', 'courtyard'],
  ],
  [
    'uk',
    'Суд оголосив, що п’ять мостів закрито, а кіт Євгена спить.',
    ['мостів', 'пять', "п'ять", 'мост', 'Кіт', 'Євген'],
    ['мостами', 'акваланг', 'кит'],
  ],
  ['be', 'У лес пайшлі людзі.', ['лес', 'ў'], ['лесавік', 'акваланг']],
  [
    'de',
    'Die Städte schlossen Straßen und Brücken.',
    ['stadte', 'Stadt', 'strassen', 'Straße', 'brucken'],
    ['Stadtbild', 'Undine'],
  ],
  [
    'fr',
    'La première école des élèves élevées à l’hôpital.',
    ['premier', 'premiers', 'elevé', 'élever', 'hôpital', 'hopitaux', "l'hopital", 'L’HÔPITAL'],
    ['hospice', 'lahore'],
  ],
  [
    'es',
    'Las naciones piden la dimisión del juez.',
    ['nación', 'dimision', 'pidiendo'],
    ['nacimiento', 'lamentable'],
  ],
  ['pt', 'As nações e a ação do juiz.', ['nação', 'ações', 'acao'], ['nacionalista', 'asilo']],
  [
    'pl',
    'Lech Wałęsa mówił w Łodzi o robotnikach.',
    ['Walesa', 'walesa', 'lodzi', 'mowil', 'robotnik'],
    ['Lodowisko', 'oranżada'],
  ],
  [
    'tr',
    'Iğdır’da kadınlar ILICA yolunu kapattı.',
    ['Igdir', 'ığdır', 'IĞDIR', 'kadın', 'kadinlar', 'ilica', 'ılıca'],
    ['kadife', 'yolcu'],
  ],
  [
    'da',
    'Børge Ørsted så på søen ved Ærø.',
    ['Borge', 'orsted', 'aero', 'sø'],
    ['borgmester', 'vedtægt'],
  ],
  ['sr', 'Ђорђе и Đorđe Čvorović.', ['Dorde', 'Djordje', 'ђорђе', 'cvorovic'], ['dorucak']],
  [
    'sr-Latn',
    'Đubrište bez vode.',
    ['djubriste', 'dubrište', 'voda', 'vodom', 'вода'],
    ['vodenica'],
  ],
  ['ar', 'أُعلِنَ ٱلحُكم في ١٤ مـــارس.', ['الحكم', 'اعلن', '14', 'مارس'], ['مدرسة']],
  [
    'ar',
    'قال القاضي والشهود بالمدرسة إن وزارة المياه ردّت.',
    ['الشهود', 'شهود', 'والشهود', 'المدرسة', 'مدرسة', 'قاضي', 'وزارة'],
    ['شهر', 'الله'],
  ],
  ['fa', 'می‌خواهم کتاب یار را ببینم، ۱۴۰۳.', ['ميخواهم', 'كتاب', '1403'], ['کتابخانه', 'مدرسه']],
  ['he', 'צה״ל הודיע על שָׁלוֹם.', ['צהל', 'צה"ל', 'שלום'], ['שלומית']],
  ['el', 'Ο ΝΌΜΟΣ του νόμου.', ['νόμος', 'νομοσ'], ['νομοθεσία']],
  ['kk', 'Қазақ өлеңі Үкіметте.', ['казак', 'Қазақ', 'укімет'], ['акваланг']],
];

test.each(FORMS)(
  'folding and stems go together: %s',
  async (language, sentence, found, nowhere) => {
    const answers = await numbersFor(language, [sentence], [...found, ...nowhere]);
    expect(answers).toEqual(
      Object.fromEntries([
        ...found.map((word) => [word, '0']),
        ...nowhere.map((word) => [word, '']),
      ]),
    );
  },
);

test('an elided article in a query is no part of what is looked for', async () => {
  const sentences = ['L’hôpital', 'Un hôpital', 'à l’œuvre d’hôpital', 'aujourd’hui'];
  const expected = {
    "l'hôpital": '0 1 2',
    "d'hopital": '0 1 2',
    '"l’hôpital"': '0 1 2',
    oeuvre: '2',
    "aujourd'hui": '3',
    "l'hui": '3',
    "qu'hopitaux": '0 1 2',
    "l'hospice": '',
  };
  expect(await numbersFor('fr', sentences, Object.keys(expected))).toEqual(expected);
});

test('apostrophes, hyphens and invisible characters, in the text or in the query', async () => {
  const sentences = [
    'O’Sullivan’s роман о д’Артаньяне',
    'жёлто‑красный дом в Нью‑Йорке',
    'пере\u00adстрой\u00adка и Ｆｕｌｌ ﬁnal',
    'дряхлый за\u0301мок — мост,река',
    'Нью Йорк',
  ];
  const expected = {
    Sullivan: '0',
    "O'Sullivan": '0',
    'O‘Sullivan’s': '0',
    Артаньян: '0',
    "Д'Артаньян": '0',
    dАртаньян: '',
    красный: '1',
    'жёлто-красный': '1',
    'желто–красный': '1',
    'Нью-Йорк': '1',
    'нью йорк': '1 4',
    'нью-йор': '1 4',
    перестройка: '2',
    'пере\u00adстройка': '2',
    full: '2',
    ﬁnal: '2',
    final: '2',
    замок: '3',
    'за\u0301мок': '3',
    река: '3',
  };
  expect(await numbersFor('ru', sentences, Object.keys(expected))).toEqual(expected);
});

test('a phrase is found over stress, dashes and notes, in any quotation marks, beside words and other phrases', async () => {
  const sentences = [
    'Старый дряхлый за\u0301мок — памятник. Ёлка и елка у воды<sup><a href="#n-1" role="doc-noteref">3</a></sup> соответствует требованиям<sup><a role="doc-noteref">1</a></sup><sup><a role="doc-noteref">2</a></sup> закона',
    'замок дряхлый, а закона нет',
    'The reporters’ rock ’n’ roll, l’«affaire» du siècle',
  ];
  const expected = {
    '"дряхлый замок"': '0',
    '"дряхлый за\u0301мок"': '0',
    '“дряхлый замок”': '0',
    '„дряхлый замок“': '0',
    '«дряхлый замок»': '0',
    '»дряхлый замок«': '0',
    '‹дряхлый замок›': '0',
    '‘дряхлый замок’': '0',
    '‚дряхлый замок‘': '0',
    '＂дряхлый замок＂': '0',
    '«„дряхлый замок“»': '0',
    '״дряхлый замок״': '0',
    'дряхлый замок': '0 1',
    '"дряхлый замок': '0 1',
    '"замок памятник"': '0',
    '"ёлка и елка у воды"': '0',
    '"воды соответствует требованиям закона"': '0',
    '«дряхлый замок» закона': '0',
    'закона «дряхлый замок»': '0',
    '«дряхлый замок» «соответствует требованиям»': '0',
    '«дряхлый замок» «закона соответствует»': '',
    '«дряхлый замок» нет': '',
    '"замок дряхлый" закона': '1',
    '""': '',
    '«»': '',
    affaire: '2',
    "l'affaire": '2',
    '"l’affaire du siecle"': '2',
    "reporters' rock": '2',
    "rock 'n' roll": '2',
  };
  expect(await numbersFor('ru', sentences, Object.keys(expected))).toEqual(expected);
});

test('results show what was written, with marks where it was found', async () => {
  open = await openIndexOf(
    makeSentences('ru', [
      '— Вы видели за\u0301мок? — спросил О’Салливан. Восемь миллионов<sup><a role="doc-noteref">3</a></sup> — это «Ёлки‑Палки». ',
      'L’hôpital — Łódź',
    ]),
    'ru',
  );
  expect(await open.ask('замок миллионов палки')).toEqual([
    '№ 0 |  | — Вы видели [за\u0301мок]? — спросил О’Салливан. Восемь [миллионов] — это «[Ёлки‑Палки]».',
  ]);
  expect(await open.ask('hopital lodz')).toEqual(['№ 1 |  | [L’hôpital] — [Łódź].']);
  expect(await open.ask('«видели замок» салливан')).toEqual([
    '№ 0 |  | — Вы [видели] [за\u0301мок]? — спросил [О’Салливан]. Восемь миллионов — это «Ёлки‑Палки».',
  ]);
});

test('filters narrow what is found, and do not make an unknown word known', async () => {
  const [first, second] = makeSentences('ru', ['мост закрыт', 'мосты открыты']);
  if (!first || !second) throw new Error('two sentences make two documents');
  open = await openIndexOf([first, { ...second, year: '2025' }], 'ru');
  expect(await open.ask('мост', '&year=2025')).toEqual(['№ 1 |  | [мосты] открыты.']);
  expect(await open.ask('акваланг', '&year=2025')).toEqual([]);
  expect(await open.ask('закрыт', '&year=2025')).toEqual([]);
  expect(await open.ask('мостов', '&year=2024')).toEqual([]);
  expect(await open.ask('', '&year=2025')).toEqual(['№ 1 |  | мосты открыты.']);
  expect(await open.ask('22 November')).toEqual([]);
});
