const TIME = '2026-11-22T09:30:00+02:00';
const ALT = 'Портовый кран ночью, подсвеченный снизу';
const CORRECTION = {
  kind: 'correction',
  at: TIME,
  text: 'В первой версии был назван не тот год: плотину построили в 1956-м.',
};
const SOURCE = { id: 'grid-report', title: 'Годовой отчёт энергосетей' };
const ENTRY = {
  id: 'polls-open',
  at: TIME,
  title: 'Участки открылись',
  body: 'Двери открыли в восемь.',
};
const WARNING = { warning: 'violence', note: 'Описание ареста' };
const BLURB = 'Как портовый город прожил три зимы без электросети.';
const REASON = 'Адвокат просит напечатать этот номер.';

/** Right values for those fields of an article that hold words: who writes in Russian reads Russian ones. */
export const ARTICLE_EXAMPLES_IN_RUSSIAN = {
  title: 'Город у моря, где не погас свет',
  kicker: 'Энергетика',
  standfirst: 'Три зимы без света научили один город вырабатывать его самому.',
  contributors: [{ role: 'translator', name: 'Ли Вэй' }],
  'contributors[].name': 'Ли Вэй',
  dateline: 'Одесса',
  leadImage: { file: 'harbour.jpg', alt: ALT, credit: 'Анна Петрова' },
  'leadImage.alt': ALT,
  'leadImage.caption': 'Порт на третью ночь без света',
  'leadImage.credit': 'Анна Петрова / Музей порта',
  corrections: [CORRECTION],
  'corrections[]': CORRECTION,
  'corrections[].text': CORRECTION.text,
  editorsNote: 'Статья отозвана: её главный источник отказался от своих слов.',
  sources: [{ ...SOURCE, url: 'https://example.org/r' }],
  'sources[]': SOURCE,
  'sources[].title': SOURCE.title,
  live: { entries: [ENTRY] },
  'live.entries': [ENTRY],
  'live.entries[]': ENTRY,
  'live.entries[].title': 'В портовом районе открылись участки',
  'live.entries[].body': 'Двери открыли в восемь. Очередь дошла до пирса.',
  contentWarnings: [WARNING],
  'contentWarnings[]': WARNING,
  'contentWarnings[].note': WARNING.note,
  original: {
    publisher: 'Портовая газета',
    url: 'https://example.org/story',
    licence: 'С разрешения редакции',
  },
  'original.publisher': 'Портовая газета',
  'original.licence': 'С разрешения редакции',
  newsletter: { pick: true, blurb: BLURB },
  'newsletter.blurb': BLURB,
  declined: [{ rule: 'contact', reason: REASON }],
  'declined[].reason': REASON,
} as const;
