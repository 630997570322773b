import {
  CONTENT_WARNINGS,
  CONTRIBUTOR_ROLES,
  CORRECTION_KINDS,
  KINDS,
  ADVICE,
  STATUSES,
} from '../../vocabulary.ts';
import {
  FILE_FORM,
  LANGUAGE_FORM,
  oneOf,
  SLUG_FORM,
  TIME_FORM,
  ULID_FORM,
  URL_FORM,
  WRITE_BOOLEAN_OR_NONE,
  WRITE_TIME,
  WRITE_TIME_OR_NONE,
  WRITE_URL_OR_NONE,
  writeOneOf,
} from './forms.ts';

/** What the fields of an article are in Russian. */
export const ARTICLE_IN_RUSSIAN = {
  id: {
    label: 'постоянное имя статьи',
    description: 'Постоянное имя статьи; его один раз выдаёт «npx tamizdat id».',
    form: ULID_FORM,
    remedy: 'Возьмите то, что печатает «npx tamizdat id», и больше никогда не меняйте.',
    why: 'Никогда не меняйте id: подписчики ленты получат статью дважды.',
  },
  translationKey: {
    label: 'ключ перевода',
    description: 'Одно и то же слово в версиях статьи на разных языках; одна статья на язык.',
    form: SLUG_FORM,
    remedy: 'Напишите один и тот же ключ в каждом переводе или уберите строку.',
  },
  lang: {
    label: 'язык',
    description: 'Язык статьи; такой же, как у её папки.',
    form: LANGUAGE_FORM,
    remedy: 'Напишите язык папки, в которой лежит статья.',
  },
  formerAddresses: {
    label: 'прежние адреса',
    description: 'Адреса, которые были у статьи раньше; с каждого читатель попадёт на новый.',
    remedy: 'Перечислите прежние адреса или уберите строку.',
  },
  'formerAddresses[]': {
    label: 'прежний адрес',
    description: 'Путь от корня сайта, без «.html».',
    form: `путь из частей (${SLUG_FORM}), с «/» между ними и без «.html»`,
    remedy: 'Напишите путь, который стоял после имени сайта, без «.html».',
  },
  feedId: {
    label: 'прежний id в лентах',
    description:
      'Под каким id статья была в лентах прежней системы. Ленты его сохраняют, чтобы никто не получил статью снова; его пишет «tamizdat import».',
    remedy: 'Напишите id таким, каким он был в прежней ленте, одной строкой, или уберите строку.',
    why: 'Потом никогда не меняйте: подписчики ленты получат статью дважды.',
  },
  kind: {
    label: 'жанр',
    description: 'Что это за материал.',
    form: oneOf(KINDS),
    remedy: writeOneOf(KINDS),
  },
  title: {
    label: 'заголовок',
    description: 'Заголовок: от 10 до 110 символов, без точки в конце.',
    remedy: 'Напишите заголовок.',
  },
  kicker: {
    label: 'надзаголовок',
    description: 'Одно-два слова над заголовком.',
    remedy: 'Напишите одно-два слова или уберите строку.',
  },
  standfirst: {
    label: 'подводка',
    description: 'Два-три предложения под заголовком; их видно в списках, лентах и поиске.',
    remedy: 'Напишите два-три предложения или уберите строку.',
  },
  section: {
    label: 'раздел',
    description: 'Идентификатор одного из разделов в outlet.yaml.',
    form: SLUG_FORM,
    remedy: 'Напишите идентификатор раздела из outlet.yaml.',
  },
  tags: {
    label: 'темы',
    description: 'Идентификаторы тем из outlet.yaml; по ним находят похожие статьи.',
    remedy: 'Напишите идентификаторы тем в квадратных скобках или уберите строку.',
  },
  'tags[]': {
    label: 'тема',
    description: 'Идентификатор темы из outlet.yaml.',
    form: SLUG_FORM,
    remedy: 'Напишите идентификатор темы из outlet.yaml.',
  },
  authors: {
    label: 'авторы',
    description:
      'Идентификаторы авторов (content/authors/<id>.yaml); если никого нет, автор — редакция.',
    remedy:
      'Напишите идентификаторы авторов в квадратных скобках или уберите строку: тогда автор — редакция.',
  },
  'authors[]': {
    label: 'автор',
    description: 'Идентификатор автора: имя файла без «.yaml».',
    form: SLUG_FORM,
    remedy: 'Напишите имя файла из content/authors без «.yaml».',
  },
  contributors: {
    label: 'участники',
    description: 'Кто ещё работал над материалом: роль и идентификатор автора или имя.',
    remedy: 'Перечислите роли, каждую с именем или автором, или уберите строку.',
  },
  'contributors[]': {
    label: 'участник',
    description: 'Роль и либо идентификатор автора, либо имя.',
    form: 'роль и либо «author» (идентификатор), либо «name» (имя)',
    remedy: 'Укажите роль и либо «author», либо «name».',
  },
  'contributors[].role': {
    label: 'роль',
    description: 'Что сделал участник.',
    form: oneOf(CONTRIBUTOR_ROLES),
    remedy: writeOneOf(CONTRIBUTOR_ROLES),
  },
  'contributors[].author': {
    label: 'участник из списка авторов',
    description: 'Идентификатор автора.',
    form: SLUG_FORM,
    remedy: 'Напишите имя файла из content/authors без «.yaml» или возьмите «name».',
  },
  'contributors[].name': {
    label: 'имя участника',
    description: 'Имя, как его печатать, если у участника нет записи автора.',
    remedy: 'Напишите имя так, как его печатать.',
  },
  dateline: {
    label: 'место',
    description: 'Откуда материал, свободным текстом.',
    remedy: 'Уберите поле, если место кому-то грозит бедой.',
  },
  publishedAt: {
    label: 'время публикации',
    description: 'Когда материал выходит; день — как у папки. У черновика может не быть.',
    form: TIME_FORM,
    remedy: WRITE_TIME,
  },
  updatedAt: {
    label: 'время обновления',
    description:
      'Когда текст последний раз менялся так, что читателям нужно об этом знать, или когда его отозвали; у отозванной статьи обязательно.',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
  status: {
    label: 'состояние',
    description:
      'draft: не публикуется; ready: выходит в своё время; withdrawn: вместо страницы остаётся уведомление; removed: по адресу сказано лишь, что материал удалён.',
    form: oneOf(STATUSES),
    remedy: writeOneOf(STATUSES),
  },
  imported: {
    label: 'отметка о переносе',
    description:
      'Статья пришла из другой системы как есть: длина, описания и авторы картинок, которых не было, считаются, но ошибками не становятся. Уберите отметку, когда приведёте статью в порядок.',
    form: 'поля from и at',
    remedy: 'Укажите from и at или уберите эти строки.',
  },
  'imported.from': {
    label: 'откуда пришла',
    description: 'Система или архив, откуда пришла статья.',
    remedy: 'Назовите систему или архив, откуда пришла статья.',
  },
  'imported.at': {
    label: 'когда пришла',
    description: 'Когда статью перенесли.',
    form: TIME_FORM,
    remedy: WRITE_TIME,
  },
  embargoUntil: {
    label: 'конец эмбарго',
    description: 'До этого времени статьи нет нигде.',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
  leadImage: {
    label: 'главная картинка',
    description: 'Картинка над текстом; файл в папке статьи.',
    remedy: 'Укажите file, alt и credit или обойдитесь без главной картинки.',
  },
  'leadImage.file': {
    label: 'файл главной картинки',
    description: 'Имя файла рядом с index.md.',
    form: FILE_FORM,
    remedy: 'Положите картинку рядом с index.md и напишите имя файла.',
  },
  'leadImage.alt': {
    label: 'описание картинки',
    description: 'Что на картинке, для тех, кто её не видит; от 5 до 1000 символов.',
    remedy:
      'Скажите, что на картинке, или напишите «decorative: true», если она ничего не сообщает.',
    why: 'Его читает вслух экранный диктор, и оно видно, когда картинка не загрузилась.',
  },
  'leadImage.decorative': {
    label: 'картинка для украшения',
    description: 'true, если картинка не сообщает ничего, что нужно сказать словами.',
    form: 'true',
    remedy: 'Напишите «decorative: true» или уберите строку и напишите «alt».',
  },
  'leadImage.caption': {
    label: 'подпись под картинкой',
    description: 'Строка под картинкой.',
    remedy: 'Напишите подпись или уберите строку.',
  },
  'leadImage.credit': {
    label: 'чья картинка',
    description: 'Кто сделал картинку, как это печатать.',
    remedy: 'Напишите, кто сделал картинку.',
    why: 'У каждой картинки на сайте назван тот, кто её сделал.',
  },
  'leadImage.licence': {
    label: 'лицензия картинки',
    description: 'На каких условиях её можно использовать.',
    remedy: 'Напишите название лицензии или уберите строку.',
  },
  'leadImage.source': {
    label: 'откуда картинка',
    description: 'Адрес, по которому её нашли.',
    form: URL_FORM,
    remedy: WRITE_URL_OR_NONE,
  },
  corrections: {
    label: 'исправления',
    description: 'Что и когда исправлено. Новое только дописывайте.',
    remedy: 'Перечислите исправления (kind, at и text) или уберите строку.',
  },
  'corrections[]': {
    label: 'исправление',
    description: 'Одна правка, о которой говорят читателям.',
    remedy: 'Укажите kind, at и text.',
  },
  'corrections[].kind': {
    label: 'вид исправления',
    description: 'Что это за правка.',
    form: oneOf(CORRECTION_KINDS),
    remedy: writeOneOf(CORRECTION_KINDS),
  },
  'corrections[].at': {
    label: 'время исправления',
    description: 'Когда исправлено.',
    form: TIME_FORM,
    remedy: WRITE_TIME,
  },
  'corrections[].text': {
    label: 'текст исправления',
    description: 'Что было неверно и как верно.',
    remedy: 'Скажите, что было неверно и как верно.',
    why: 'Кто читал первую версию, должен узнать, что изменилось.',
  },
  editorsNote: {
    label: 'примечание редакции',
    description: 'Markdown над текстом; у отозванной статьи обязательно.',
    remedy: 'Напишите примечание или уберите строку.',
  },
  editorsNoteAt: {
    label: 'время примечания редакции',
    description:
      'Когда добавлено примечание; без этого считается, что оно было с публикации. Дата отзыва стоит в updatedAt.',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
  sources: {
    label: 'источники',
    description: 'На чём основан материал; сноска [^id] в тексте ведёт к источнику.',
    remedy: 'Перечислите источники (id и title) или уберите строку.',
  },
  'sources[]': {
    label: 'источник',
    description: 'То, на чём основан материал.',
    remedy: 'Укажите id и title и адрес, если он есть.',
  },
  'sources[].id': {
    label: 'имя источника',
    description: 'Имя, по которому на него ссылается сноска.',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя; сноска в тексте будет такой: [^grid-report].',
  },
  'sources[].title': {
    label: 'название источника',
    description: 'Что это, как его печатать.',
    remedy: 'Напишите, что это за источник.',
  },
  'sources[].url': {
    label: 'адрес источника',
    description: 'Где его можно прочесть.',
    form: URL_FORM,
    remedy: WRITE_URL_OR_NONE,
  },
  'sources[].archivedUrl': {
    label: 'адрес архивной копии',
    description: 'Копия, которая останется, когда оригинал пропадёт.',
    form: URL_FORM,
    remedy: WRITE_URL_OR_NONE,
  },
  series: {
    label: 'серия',
    description: 'К какой серии из outlet.yaml относится материал и какая это часть.',
    remedy: 'Укажите id и part или уберите строку.',
  },
  'series.id': {
    label: 'имя серии',
    description: 'Идентификатор серии из outlet.yaml.',
    form: SLUG_FORM,
    remedy: 'Напишите идентификатор серии из outlet.yaml.',
  },
  'series.part': {
    label: 'часть серии',
    description: 'Какая это часть; каждая один раз на язык.',
    form: 'целое число от 1',
    remedy: 'Напишите номер части.',
  },
  live: {
    label: 'онлайн',
    description: 'Записи онлайна; только для жанра live.',
    remedy: 'Перечислите записи.',
  },
  'live.entries': {
    label: 'записи онлайна',
    description: 'Что произошло, запись за записью.',
    remedy: 'Перечислите записи: id, at, title и body у каждой.',
  },
  'live.entries[]': {
    label: 'запись онлайна',
    description: 'Одна запись: имя, время, заголовок и текст.',
    remedy: 'Укажите id, at, title и body.',
  },
  'live.entries[].id': {
    label: 'имя записи',
    description: 'Постоянное имя: по нему ведут ссылки на эту запись.',
    form: SLUG_FORM,
    remedy: 'Напишите короткое имя и больше его не меняйте.',
    why: 'Если имя записи изменится, ссылки на неё перестанут работать.',
  },
  'live.entries[].at': {
    label: 'время записи',
    description: 'Когда написана.',
    form: TIME_FORM,
    remedy: WRITE_TIME,
  },
  'live.entries[].title': {
    label: 'заголовок записи',
    description: 'Одна строка.',
    remedy: 'Напишите одну строку.',
  },
  'live.entries[].body': {
    label: 'текст записи',
    description: 'Markdown.',
    remedy: 'Напишите текст.',
  },
  'live.entries[].keyEvent': {
    label: 'ключевое событие',
    description: 'true для записей, которые входят в краткое содержание.',
    form: 'true или false',
    remedy: WRITE_BOOLEAN_OR_NONE,
  },
  'live.entries[].pinned': {
    label: 'закреплённая запись',
    description: 'true для записи, которая остаётся наверху.',
    form: 'true или false',
    remedy: WRITE_BOOLEAN_OR_NONE,
  },
  'live.coverageEnd': {
    label: 'конец онлайна',
    description: 'Когда онлайн закончился.',
    form: TIME_FORM,
    remedy: WRITE_TIME_OR_NONE,
  },
  contentWarnings: {
    label: 'предупреждения',
    description: 'К чему читатель может быть не готов; стоит перед текстом.',
    remedy: 'Перечислите предупреждения или уберите строку.',
  },
  'contentWarnings[]': {
    label: 'предупреждение',
    description: 'Слово из списка и, если нужно, пояснение.',
    remedy: `Укажите «warning» из списка: ${CONTENT_WARNINGS.join(', ')}.`,
  },
  'contentWarnings[].warning': {
    label: 'о чём предупреждение',
    description: 'Слово из списка.',
    form: oneOf(CONTENT_WARNINGS),
    remedy: writeOneOf(CONTENT_WARNINGS),
  },
  'contentWarnings[].note': {
    label: 'пояснение к предупреждению',
    description: 'Что именно, в нескольких словах.',
    remedy: 'Напишите несколько слов или уберите строку.',
  },
  original: {
    label: 'оригинал',
    description: 'Где перепечатанный материал вышел впервые; обязательно для жанра republished.',
    remedy:
      'Скажите, где материал вышел впервые и кто разрешил перепечатку: publisher, url, licence.',
  },
  'original.publisher': {
    label: 'первый издатель',
    description: 'Кто опубликовал первым.',
    remedy: 'Напишите, кто опубликовал первым.',
  },
  'original.url': {
    label: 'адрес оригинала',
    description: 'Где материал вышел впервые.',
    form: URL_FORM,
    remedy: 'Напишите полный https-адрес оригинала.',
  },
  'original.licence': {
    label: 'условия перепечатки',
    description: 'Лицензия или кто разрешил перепечатку.',
    remedy: 'Напишите лицензию или кто разрешил перепечатку.',
  },
  newsletter: {
    label: 'выбор для рассылки',
    description: 'Берёт ли материал рассылка и с какими словами.',
    remedy: 'Укажите pick и blurb или уберите эти строки.',
  },
  'newsletter.pick': {
    label: 'в рассылку',
    description: 'true, если рассылка берёт материал.',
    form: 'true или false',
    remedy: 'Напишите true или false.',
  },
  'newsletter.blurb': {
    label: 'слова для рассылки',
    description: 'Что рассылка говорит о материале; без этого в рассылку не взять.',
    remedy: 'Напишите одно-два предложения.',
  },
  declined: {
    label: 'отклонённые советы',
    description: 'Правила стиля, о которых в этой статье не напоминать, каждое с причиной.',
    form: 'список правил, каждое с причиной',
    remedy: 'Напишите каждое правило с причиной или уберите список.',
  },
  'declined[].rule': {
    label: 'отклонённое правило',
    description: 'Имя правила: проверка пишет его после «style-».',
    form: oneOf(ADVICE),
    remedy: writeOneOf(ADVICE),
  },
  'declined[].reason': {
    label: 'причина',
    description: 'Почему правило здесь не действует; для тех, кто будет править статью потом.',
    form: 'причину: от 5 до 300 символов, в одну строку',
    remedy: 'Скажите, почему правило здесь не действует.',
  },
  showAppeal: {
    label: 'показывать просьбу о поддержке',
    description: 'false там, где просить деньги неуместно; если поля нет, то true.',
    form: 'true или false',
    remedy: WRITE_BOOLEAN_OR_NONE,
  },
} as const;
