import type { FeedChannel, FeedItem } from '../src/model.ts';

/** An origin with a path: addresses under it must come out as they went in. */
export const SAMPLE_ORIGIN = 'https://bereg.example/mirror/of/site';

/** A channel for tests, of a site that lies in a folder of its host, without an icon. */
export function buildBareChannel(language = 'ru', origin = SAMPLE_ORIGIN): FeedChannel {
  const isRussian = language === 'ru';
  return {
    id: `tag:bereg.example,2026:feed/${language}`,
    title: isRussian ? 'Берег & Ко' : 'The Shore & Co',
    description: isRussian ? 'Новости с берега' : 'News from the shore',
    language,
    home: `${origin}/${language}/index.html`,
    self: `${origin}/${language}/feed.xml`,
    updated: '2026-11-22T12:30:00+03:00',
    copyright: 'CC BY 4.0',
  };
}

/** The same channel with everything a channel may have. */
export function buildSampleChannel(language = 'ru', origin = SAMPLE_ORIGIN): FeedChannel {
  return { ...buildBareChannel(language, origin), icon: `${origin}/icon.png` };
}

/** An item for tests with nothing but what an item must have. */
export function buildBareItem(language = 'ru', origin = SAMPLE_ORIGIN): FeedItem {
  const isRussian = language === 'ru';
  return {
    id: `tag:bereg.example,2026:01JD0000000000000000000${isRussian ? 'RU1' : 'EN1'}`,
    url: `${origin}/${language}/2026/11/22/ice.html`,
    title: isRussian
      ? 'Лёд на Волге встал на две недели раньше'
      : 'The Volga froze two weeks early',
    summary: '',
    contentHtml: isRussian
      ? `<p>Первый абзац с «кавычками» и <a href="${origin}/ru/about.html">ссылкой</a>.</p><p>Последний абзац.</p>`
      : `<p>First paragraph with a <a href="${origin}/en/about.html">link</a>.</p><p>Last paragraph.</p>`,
    published: '2026-11-22T09:00:00+03:00',
    authors: [],
    categories: [],
    language,
  };
}

/** The same item with everything an item may have. */
export function buildSampleItem(language = 'ru', origin = SAMPLE_ORIGIN): FeedItem {
  const isRussian = language === 'ru';
  return {
    ...buildBareItem(language, origin),
    summary: isRussian
      ? 'Паромы стоят; рыбаки рады: −12 °C & ветер'
      : 'Ferries idle & anglers glad',
    updated: '2026-11-22T12:30:00+03:00',
    authors: isRussian ? ['Анна Берег', 'Илья Морозов'] : ['Anna Bereg', 'Ilya Morozov'],
    categories: isRussian ? ['Погода', 'Волга'] : ['Weather', 'Volga'],
    image: {
      url: `${origin}/media/0a1b2c3d4e5f60718293.jpg`,
      type: 'image/jpeg',
      length: 10_850,
      width: 1200,
      height: 800,
      alt: isRussian ? 'Паром во льду у причала' : 'A ferry in ice at a pier',
      credit: isRussian ? 'Фото: Пётр Лёд' : 'Photo: Peter Ice',
    },
  };
}

/** So many items with standfirsts, the newest first, an hour apart. */
export function buildSampleItems(count: number): FeedItem[] {
  const newest = Date.UTC(2026, 10, 22, 9);
  const { summary, authors, categories } = buildSampleItem();
  return Array.from({ length: count }, (_, index) => {
    const item = { ...buildBareItem(), summary, authors, categories };
    const published = new Date(newest - index * 3_600_000).toISOString();
    return { ...item, id: `${item.id}-${index}`, title: `${item.title}, ${index}`, published };
  });
}
