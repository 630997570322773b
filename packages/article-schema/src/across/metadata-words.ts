/** What pictures and recordings tell besides, by the words of the media and recordings packages. */
const WORDS: Readonly<Record<string, string>> = {
  'GPS position': 'координаты GPS',
  'GPS data': 'данные GPS',
  'camera serial number': 'серийный номер камеры',
  'lens serial number': 'серийный номер объектива',
  'a person’s name': 'имя человека',
  'name of a computer': 'имя компьютера',
  comment: 'примечание',
  comments: 'примечания',
  'camera model': 'модель камеры',
  'date taken': 'дата съёмки',
  'date of change': 'дата изменения',
  thumbnail: 'уменьшенная копия',
  'second picture': 'вторая картинка',
  'pixels that were cropped away': 'обрезанная часть картинки',
  'unreadable data': 'нечитаемые данные',
  'a second stream': 'второй поток',
  'name of the recording program': 'название программы записи',
  'left-over data': 'остатки данных',
  'a track that is neither picture nor sound': 'дорожка, в которой нет ни картинки, ни звука',
  'name of a track': 'название дорожки',
  title: 'название',
  'attached files': 'вложенные файлы',
  chapters: 'главы',
  tags: 'теги',
  'ID3 tag': 'тег ID3',
  'APE tag': 'тег APE',
  'lyrics tag': 'тег с текстом песни',
  device: 'устройство',
  'time of recording': 'время записи',
  'address of another file': 'адрес другого файла',
  'film behind the picture': 'видео за картинкой',
  'data after the end': 'данные за концом файла',
  'names in the colour profile': 'имена в цветовом профиле',
  'record of origin (C2PA)': 'запись о происхождении (C2PA)',
};

/** Words with a part that the file itself gives. */
const PATTERNS: readonly [form: RegExp, russian: string][] = [
  [/^data of a program \((.*)\)$/, 'данные программы ($1)'],
  [/^box “(.*)”$/, 'блок «$1»'],
  [/^chunk “(.*)”$/, 'блок «$1»'],
  [/^item “(.*)”$/, 'элемент «$1»'],
  [/^element (.*)$/, 'элемент $1'],
  [/^track of the kind “(.*)”$/, 'дорожка вида «$1»'],
];

/** A word for metadata in Russian; names of formats such as EXIF and XMP stay as they are. */
export function metadataInRussian(word: string): string {
  if (Object.hasOwn(WORDS, word)) return WORDS[word] ?? word;
  const [form, russian] = PATTERNS.find(([pattern]) => pattern.test(word)) ?? [];
  return form === undefined || russian === undefined ? word : word.replace(form, russian);
}
