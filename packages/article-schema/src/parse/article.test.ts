import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURE_FIELDS } from '../../testing/fixture-fields.ts';
import { parseArticle } from './article.ts';
import { parsePage } from './page.ts';
import { ARTICLE, CONTEXT, OUTLET, parseChanged, problemsWith } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';
import { tellIn } from '@tamizdat/problem';

const tell = (...given: Parameters<typeof problemsWith>) => told(problemsWith(...given));

test('parses an article without a problem', () => {
  const { value, problems } = parseArticle(ARTICLE, CONTEXT);
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    address: { lang: 'en', year: '2026', month: '11', day: '22', slug: 'harbour-lights' },
    folder: 'articles/en/2026/11/22-harbour-lights',
    bodyLine: 12,
    publishedAt: '2026-11-22T09:30:00+02:00',
    showAppeal: true,
    sources: [],
  });
});

test('parses an article that uses every field', () => {
  const { value, problems } = parseChanged(FIXTURE_FIELDS, 'Text.[^report]');
  expect(told(problems.filter(({ severity }) => severity === 'error'))).toBe('');
  expect(value?.live?.entries).toHaveLength(1);
});

test('takes CRLF, a byte order mark and a YAML timestamp with a space', () => {
  const text = `\uFEFF${ARTICLE.replace('T09:30:00+02:00', ' 09:30:00+02:00').replaceAll('\n', '\r\n')}`;
  const { value, problems } = parseArticle(text, CONTEXT);
  expect(problems).toEqual([]);
  expect(value?.publishedAt).toBe('2026-11-22T09:30:00+02:00');
});

test('normalises text to NFC', () => {
  const { value } = parseChanged({ title: 'Чайка над портовым городом'.normalize('NFD') });
  expect(value?.title).toBe('Чайка над портовым городом'.normalize('NFC'));
  expect(value?.title).not.toBe('Чайка над портовым городом'.normalize('NFD'));
});

test('tells everything at once, in the order of the file', () => {
  const text = ARTICLE.replace('kind: news', 'kind: newz').replace('lang: en', 'lang: english');
  const codes = parseArticle(`${text}\n<script>x</script>\n`, CONTEXT).problems.map(
    ({ line, code }) => `${line} ${code}`,
  );
  expect(codes).toEqual(['3 lang-malformed', '4 kind-unknown-word', '15 text-script']);
});

test('an article that is ready has a text', () => {
  const empty = { ...CONTEXT };
  const codes = (text: string): string[] =>
    parseArticle(text, empty).problems.map(({ line, code }) => `${line} ${code}`);
  const [fields = ''] = ARTICLE.split(/(?<=\n---\n)/);
  expect(codes(`${fields}\n \n`)).toEqual(['12 text-missing']);
  expect(codes(fields.trimEnd())).toEqual(['12 text-missing']);
  expect(codes(fields.replace('status: ready', 'status: draft'))).toEqual([]);
  expect(parseChanged(FIXTURE_FIELDS, '').problems.map(({ code }) => code)).not.toContain(
    'text-missing',
  );
});

test('examples in words are in the language of the message', () => {
  const inRussian = (...given: Parameters<typeof problemsWith>): (string | undefined)[] =>
    problemsWith(...given).map((problem) => tellIn('ru', problem).example);
  expect(inRussian({ title: undefined, leadImage: '{ file: порт.jpg, credit: Анна }' })).toEqual([
    'title: Город у моря, где не погас свет',
    'alt: Портовый кран ночью, подсвеченный снизу',
  ]);
  expect(inRussian({ title: '5' })).toEqual(['title: "5"']);
  expect(inRussian({}, '[](https://a.example)')).toEqual(['[отчёт](https://a.example)']);
});

test('a name in place of an id tells the id', () => {
  const remedies = (...given: Parameters<typeof problemsWith>): string[] =>
    problemsWith(...given).map(({ ru, example = '' }) => `${ru.remedy} ${example}`);
  const [{ id, name } = { id: '', name: {} }] = CONTEXT.outlet?.sections ?? [];
  for (const label of Object.values<string>(name)) {
    const [told = ''] = remedies({ section: label.toUpperCase() });
    expect(told).toContain(`Вы имели в виду «${id}»?`);
    expect(told).toContain(`section: ${id}`);
  }
  expect(remedies({ authors: '[Li Wei]' })[0]).toContain('«li-wei»? ');
  expect(remedies({ section: 'Ничего похожего нет' })[0]).not.toContain('Вы имели');
});

test('Russian names of fields and words are understood', () => {
  const remedy = (...given: Parameters<typeof problemsWith>) =>
    problemsWith(...given).map(({ ru }) => ru.remedy);
  expect(remedy({ Заголовок: 'Паром' })).toEqual(['Вы имели в виду «title»?']);
  expect(remedy({ status: 'опубликовано' })[0]).toMatch(/^Вы имели в виду «ready»\? /);
  expect(remedy({ status: 'published' })[0]).toMatch(/^Вы имели в виду «ready»\? /);
  expect(remedy({ kind: 'Новости' })[0]).toMatch(/^Вы имели в виду «news»\? /);
  expect(remedy({ kind: 'готово' })[0]).toMatch(/^Напишите одно из слов/);
});

test('an example of a footnote can be copied', () => {
  const example = (id: string) => problemsWith({}, `Text.[^${id}]`)[0]?.example;
  expect(example('grid')).toBe(
    'sources:\n  - id: grid\n    title: Annual report of the grid operator',
  );
  expect(example('1')).toBe('[^1]: Annual report of the grid operator');
  expect(problemsWith({}, `Text.[^1]\n\n${example('1') ?? ''}`)).toEqual([]);
});

test('a letter that only looks Latin is named', () => {
  const told = (slug: string) =>
    parseArticle(ARTICLE, {
      ...CONTEXT,
      path: `articles/en/2026/11/22-${slug}/index.md`,
    }).problems.map(({ message }) => message);
  expect(told('harb\u043Eur')[0]).toContain('“\u043E” is a Cyrillic letter');
  expect(told('паром')[0]).not.toContain('Cyrillic');
  expect(told('Harbour')[0]).not.toContain('Cyrillic');
});

describe('a field', () => {
  test('is missing', () => {
    expect(tell({ id: undefined, title: undefined })).toMatchInlineSnapshot(`
      "2:1 id-missing
      The id is missing.
      why: Never change an id: readers of the feed would get the story twice.
      do: Take the one that “npx tamizdat id” prints, and never change it afterwards.
      example: id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V

      2:1 title-missing
      The title is missing.
      do: Write the headline.
      example: title: The port city that kept its lights on"
    `);
  });
  test('is empty', () => {
    expect(tell({ standfirst: '' })).toMatchInlineSnapshot(`
      "11:1 standfirst-empty
      The standfirst is empty.
      do: Write two or three sentences, or leave the line out.
      example: standfirst: Three winters of blackouts taught one town to make its own power."
    `);
  });
  test('is of a wrong type', () => {
    expect(tell({ title: '1984', tags: 'energy', showAppeal: 'yes' })).toMatchInlineSnapshot(`
      "9:8 title-wrong-type
      The title must be text, but the number 1984 stands here.
      do: Put the value in double quotes, so that it is text.
      example: title: "1984"

      10:7 tags-wrong-type
      The list of tags must be a list, but text stands here.
      do: Write the tags’ ids in brackets, or leave the line out.
      example: tags:
        - energy
        - cities

      11:13 show-appeal-wrong-type
      The mark “showAppeal” must be true or false, but text stands here.
      do: Write true.
      example: showAppeal: true"
    `);
  });
  test('is unknown', () => {
    const said = tell({ standfrist: 'x', canonical: 'x', slug: 'x', weather: 'x' });
    // All are listed; which there are is the schema's to say.
    expect(said.replace(/(?<=fields here are: id, translationKey, ).*$/, '…'))
      .toMatchInlineSnapshot(`
        "11:1 unknown-field
        There is no field “standfrist”.
        do: Did you mean “standfirst”?

        12:1 unknown-field
        There is no field “canonical”.
        do: Remove it: the address is computed.

        13:1 unknown-field
        There is no field “slug”.
        do: Remove it: the folder’s name is the address.

        14:1 unknown-field
        There is no field “weather”.
        do: Remove the line. The fields here are: id, translationKey, …"
      `);
  });
  test('is too long', () => {
    expect(tell({ title: 'ж'.repeat(111), kicker: 'k'.repeat(45) })).toMatchInlineSnapshot(`
      "10:8 title-too-long
      The title is 111 characters long; at most 110 fit.
      do: Cut 1 character.

      11:9 kicker-too-long
      The kicker is 45 characters long; at most 40 fit.
      do: Cut 5 characters."
    `);
  });
  test('is too short', () => {
    expect(tell({ title: 'War' })).toMatchInlineSnapshot(`
      "10:8 title-too-short
      The title is 3 characters long; it needs at least 10.
      do: Write the headline.
      example: title: The port city that kept its lights on"
    `);
  });
  test('counts characters, not code units', () => {
    expect(problemsWith({ title: '🕯'.repeat(110) })).toEqual([]);
    expect(problemsWith({ title: '🕯'.repeat(111) })[0]?.message).toContain('111 characters');
  });
});

describe('the id', () => {
  test('is not a ULID', () => {
    expect(tell({ id: 'NEW' })).toMatchInlineSnapshot(`
      "10:5 id-malformed
      The id “NEW” is not a ULID: 26 digits and capital letters without I, L, O and U.
      why: Never change an id: readers of the feed would get the story twice.
      do: Take the one that “npx tamizdat id” prints, and never change it afterwards.
      example: id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V"
    `);
  });
});

describe('words of a list', () => {
  test('kind, status and roles', () => {
    expect(
      tell({
        kind: 'opinon',
        status: 'published',
        contributors: '[{ role: tranlator, name: Li Wei }]',
      }),
    ).toMatchInlineSnapshot(`
      "9:7 kind-unknown-word
      The kind “opinon” is not in the list.
      do: Did you mean “opinion”? Write one of: news, analysis, opinion, feature, interview, live, republished, link.
      example: kind: news

      10:9 status-unknown-word
      The status “published” is not in the list.
      do: Did you mean “ready”? Write one of: draft, ready, withdrawn, removed.
      example: status: draft

      11:24 contributors-role-unknown-word
      The role “tranlator” is not in the list.
      do: Did you mean “translator”? Write one of: editor, translator, photographer, illustrator, reporting, research, data, factchecker.
      example: role: translator"
    `);
  });
  test('content warnings', () => {
    expect(tell({ contentWarnings: '[{ warning: blood }]' })).toMatchInlineSnapshot(`
      "11:30 content-warnings-warning-unknown-word
      The content warning “blood” is not in the list.
      do: Write one of: violence, death, sexual-violence, suicide, hate-speech, drugs, strong-language, images.
      example: warning: violence"
    `);
  });
});

describe('sections, tags, authors, series', () => {
  test('do not exist', () => {
    expect(
      tell({
        section: 'politcs',
        tags: '[enrgy, sport]',
        authors: '[ana-petrova]',
        series: '{ id: wintr, part: 1 }',
      }),
    ).toMatchInlineSnapshot(`
      "8:10 section-unknown
      There is no section “politcs”.
      do: Did you mean “politics”? Otherwise: write the id of a section in outlet.yaml. There are: politics, culture.
      example: section: politics

      9:8 tag-unknown
      There is no tag “enrgy”.
      do: Did you mean “energy”? Otherwise: write the id of a tag in outlet.yaml, or add the tag there with a name per language.
      example: tags: [energy]

      9:15 tag-unknown
      There is no tag “sport”.
      do: Write the id of a tag in outlet.yaml, or add the tag there with a name per language.

      10:11 author-unknown
      There is no author “ana-petrova”.
      do: Did you mean “anna-petrova”? Otherwise: add the record content/authors/ana-petrova.yaml, or leave “authors” out: then it is the newsroom’s.
      example: authors: [anna-petrova]

      11:15 series-unknown
      There is no series “wintr”.
      do: Did you mean “winter”? Otherwise: add the series to outlet.yaml, or write the id of one there. There are: winter.
      example: id: winter"
    `);
  });
  test('a link without what it points to, and a piece elsewhere that is of no link', () => {
    const codesOf = (changes: Parameters<typeof problemsWith>[0], text = 'Text.') =>
      problemsWith(changes, text).map(({ code }) => code);
    const linkTo = '{ publisher: The Harbour Gazette, url: https://example.org/story }';
    expect(codesOf({ kind: 'link', linkTo })).toEqual([]);
    expect(codesOf({ kind: 'link' })).toEqual(['link-to-missing']);
    expect(codesOf({ linkTo })).toEqual(['link-to-not-link']);
    expect(codesOf({ kind: 'link', linkTo: '{ publisher: A, url: http://example.org }' })).toEqual([
      'link-to-url-malformed',
    ]);
    const standfirst = 'A neighbour has looked into it.';
    expect(codesOf({ kind: 'link', linkTo, standfirst }, ' ')).toEqual([]);
    expect(codesOf({ kind: 'link', linkTo }, ' ')).toEqual(['text-missing']);
  });
  test('a tag without a name in the language of the article', () => {
    const tags = [{ id: 'energy', name: { ru: 'Энергетика' } }];
    const outlet = { ...OUTLET, tags };
    const told = problemsWith({}, '', { outlet });
    expect(told.map(({ line, code }) => [line, code])).toEqual([[7, 'tag-not-named']]);
    expect(told[0]?.example).toBe('name: { ru: Энергетика, en: … }');
    const both = [{ id: 'energy', name: { en: 'Energy' } }];
    expect(problemsWith({}, '', { outlet: { ...OUTLET, tags: both } })).toEqual([]);
  });
  test('a contributor without a record, and one with neither name nor author', () => {
    expect(tell({ contributors: '[{ role: editor, author: nobody-here }, { role: editor }]' }))
      .toMatchInlineSnapshot(`
        "11:55 contributors-malformed
        A contributor “{"role":"editor"}” is not a role with either “author” (an id) or “name”.
        do: Give a role and either “author” or “name”.
        example: contributors:
          - role: photographer
            author: anna-petrova"
      `);
  });
  test('are named twice', () => {
    expect(tell({ tags: '[energy, energy]' })).toMatchInlineSnapshot(`
      "10:16 tags-repeated
      The tag “energy” stands in the list twice.
      do: Keep one of them, or give it another name."
    `);
  });
});

describe('times', () => {
  test('without a zone, or of a day that does not exist', () => {
    expect(tell({ publishedAt: '2026-11-22 09:30', updatedAt: '2026-02-31T10:00:00+02:00' }))
      .toMatchInlineSnapshot(`
        "10:14 published-at-malformed
        The time of publication “2026-11-22 09:30” is not a date and time with a time zone.
        do: Write date, time and time zone.
        example: publishedAt: 2026-11-22T09:30:00+02:00

        11:12 updated-at-malformed
        The time of the update “2026-02-31T10:00:00+02:00” does not exist.
        do: Write date, time and time zone, or leave the line out.
        example: updatedAt: 2026-11-22T14:05:00+02:00"
      `);
  });
  test('updated before published', () => {
    expect(tell({ updatedAt: '2026-11-22T09:29:00+02:00' })).toMatchInlineSnapshot(`
      "11:12 updated-at-before-published
      The update (2026-11-22T09:29:00+02:00) is earlier than the publication (2026-11-22T09:30:00+02:00).
      do: Mend one of the two, or leave “updatedAt” out until the text changes."
    `);
  });
  test('a ready article without a time; a draft may lack it', () => {
    expect(tell({ publishedAt: undefined })).toMatchInlineSnapshot(`
      "2:1 published-at-missing
      The article is ready, but has no time of publication.
      do: Write date, time and time zone, or leave the article a draft.
      example: publishedAt: 2026-11-22T09:30:00+02:00"
    `);
    expect(problemsWith({ publishedAt: undefined, status: 'draft' })).toEqual([]);
  });
  test('the folder’s day is the day in the outlet’s zone', () => {
    expect(tell({ publishedAt: '2026-11-22T22:30:00Z' })).toMatchInlineSnapshot(`
      "10:14 published-at-not-the-folders-day
      It is published on 2026-11-23 (Europe/Vilnius), but stands in the folder of 2026-11-22.
      why: The folder’s date is the article’s address, and readers take it for the day of publication.
      do: Move the folder to that day, or mend the time.
      example: articles/en/2026/11/23-harbour-lights/index.md"
    `);
    expect(problemsWith({ publishedAt: '2026-11-21T23:30:00Z' })).toEqual([]);
  });
});

describe('status', () => {
  test('addresses are those that the page can link', () => {
    const urls = [
      'https://user:pw@example.org/r',
      'https:example.org',
      'https://exa mple.org',
      String.raw`https://example.org\r`,
    ];
    const sources = urls
      .map((url, i) => `\n  - { id: s${String(i)}, title: T, url: '${url}' }`)
      .join('');
    const text = urls.map((_, i) => `Text.[^s${String(i)}]`).join(' ');
    expect(told(problemsWith({ sources }, text))).toMatchInlineSnapshot(`
      "12:30 sources-url-malformed
      The address of the source “https://user:pw@example.org/r” is not a whole https address: a name before “@” hides the real site.
      do: Write the whole https address, or leave the line out.
      example: url: https://example.org/report

      13:30 sources-url-malformed
      The address of the source “https:example.org” is not a whole https address: it is not a complete address.
      do: Write the whole https address, or leave the line out.
      example: url: https://example.org/report

      14:30 sources-url-malformed
      The address of the source “https://exa mple.org” is not a whole https address.
      do: Write the whole https address, or leave the line out.
      example: url: https://example.org/report

      15:30 sources-url-malformed
      The address of the source “https://example.org\\r” is not a whole https address: browsers read “\\” as “/”.
      do: Write the whole https address, or leave the line out.
      example: url: https://example.org/report"
    `);
  });
  test('withdrawn needs a note and its date', () => {
    expect(tell({ status: 'withdrawn' })).toMatchInlineSnapshot(`
      "2:1 editors-note-missing
      The article is withdrawn, but has no editor’s note.
      why: The note is all that is left on the page: readers must learn why.
      do: Write an editor’s note.
      example: editorsNote: This article has been withdrawn because its main source took back the statement.

      2:1 updated-at-missing
      The article is withdrawn, but “updatedAt” does not say when.
      why: The notice on its page and in feeds gives the date of the withdrawal.
      do: Add “updatedAt” with the date, time and time zone of the withdrawal.
      example: updatedAt: 2026-11-22T14:05:00+02:00"
    `);
  });
  test('a time for an editor’s note needs a note', () => {
    expect(tell({ editorsNoteAt: '2026-11-22T12:00:00Z' })).toContain('editors-note-at-alone');
    expect(
      tell({ editorsNote: 'The figures were revised.', editorsNoteAt: '2026-11-22T12:00:00Z' }),
    ).not.toContain('editors-note-at-alone');
  });
  test('removed and embargoed come with a warning, and a value', () => {
    const parsed = parseChanged({ status: 'removed', embargoUntil: '2026-11-23T00:00:00Z' });
    expect(told(parsed.problems)).toMatchInlineSnapshot(`
      "10:9 warning status-removed
      The article is removed from the site and its mirrors with the next release.
      why: Its text stays in git’s history and in copies that others made.
      do: Where someone is in danger, also have the history rewritten, and empty this file’s text.

      11:15 warning embargo-in-public
      The article has an embargo.
      why: In a public repository an embargo hides nothing: everyone can read this file now.
      do: Keep the file in a private repository until then, if the text must not be known."
    `);
    expect(parsed.value).toBeDefined();
  });
});

describe('the lead image', () => {
  test('without credit or description', () => {
    expect(tell({ leadImage: '\n  file: port.jpg' })).toMatchInlineSnapshot(`
      "11:1 lead-image-alt-missing
      The lead image has no description (alt).
      why: Screen readers read it out, and it stands where the image does not load.
      do: Say what the image shows, or write “decorative: true” where it tells nothing.
      example: alt: A harbour crane lit from below at night

      11:1 lead-image-credit-missing
      The credit of the lead image is missing.
      why: Every image on the site names who made it.
      do: Write who made the image.
      example: credit: Anna Petrova / Harbour Museum"
    `);
  });
  test('described by its caption', () => {
    const image =
      '\n  file: a.jpg\n  alt: The harbour at night\n  caption: The harbour at night.\n  credit: A';
    expect(tell({ leadImage: image })).toMatchInlineSnapshot(`
      "13:8 lead-image-alt-repeats-caption
      The description (alt) repeats the caption.
      why: Those who do not see the image would hear the same sentence twice and still not know what it shows.
      do: Say what is to be seen; the caption says what it means.
      example: alt: A harbour crane lit from below at night"
    `);
  });
  test('described and decorative', () => {
    const image = '\n  file: a.jpg\n  alt: The harbour\n  decorative: true\n  credit: A';
    expect(tell({ leadImage: image })).toMatchInlineSnapshot(`
      "14:15 lead-image-alt-and-decorative
      The lead image has a description (alt) and is called decorative.
      do: Keep “alt” where the image tells something, else “decorative: true”."
    `);
  });
  test('in another folder', () => {
    expect(tell({ leadImage: '\n  file: ../a.jpg\n  decorative: true\n  credit: A' }))
      .toMatchInlineSnapshot(`
      "12:9 lead-image-file-malformed
      The lead image’s file “../a.jpg” is not a file name without folders.
      do: Put the image beside index.md and write its name.
      example: file: harbour.jpg"
    `);
  });
});

test('what YAML takes away is told once, and numbers are shown as they are written', () => {
  expect(tell({ title: '#MeToo in the court', kicker: 'null' })).toMatchInlineSnapshot(`
    "10:8 yaml-value-is-comment
    The value begins with “#”, which begins a comment in YAML: nothing is left of it.
    do: Put the whole value in quotation marks.
    example: title: "#MeToo in the court"

    11:9 yaml-null-word
    “null” means “no value” in YAML.
    do: Put it in quotation marks if it is text, else leave the line out.
    example: kicker: "null""
  `);
  expect(tell({ kicker: '007' })).toMatchInlineSnapshot(`
    "11:9 kicker-wrong-type
    The kicker must be text, but the number 7 stands here.
    do: Put the value in double quotes, so that it is text.
    example: kicker: "007""
  `);
  expect(tell({ showAppeal: 'no' })).toMatchInlineSnapshot(`
    "11:13 show-appeal-wrong-type
    The mark “showAppeal” must be true or false, but text stands here.
    do: Write false.
    example: showAppeal: false"
  `);
});

test('a field that has fallen out of its group is sent back', () => {
  expect(tell({ leadImage: '', file: 'a.jpg' })).toMatchInlineSnapshot(`
    "11:1 lead-image-empty
    The lead image is empty.
    do: Give file, alt and credit, or leave the lead image out.
    example: leadImage:
      file: harbour.jpg
      alt: A crane lit from below at night
      credit: Anna Petrova

    12:1 unknown-field
    There is no field “file”.
    do: Put it inside “leadImage”, with two spaces before it."
  `);
});

test('what is wrong is not told as missing as well', () => {
  const codes = (...given: Parameters<typeof problemsWith>) =>
    problemsWith(...given).map(({ code }) => code);
  expect(codes({ publishedAt: 'tomorrow' })).toEqual(['published-at-malformed']);
  const updatedAt = '2026-11-22T10:30:00+02:00';
  expect(codes({ status: 'withdrawn', editorsNote: '7', updatedAt })).toEqual([
    'editors-note-wrong-type',
  ]);
  expect(codes({ status: 'withdrawn', editorsNote: 'Wrong.', updatedAt: 'soon' })).toEqual([
    'updated-at-malformed',
  ]);
  expect(codes({ kind: 'live', live: '{ entries: 7 }' })).toEqual(['live-entries-wrong-type']);
});

test('a former address is short and holds no device of Windows', () => {
  const long = `en/${'a'.repeat(193)}`;
  expect(tell({ formerAddresses: `[${long}, ${long.slice(1)}]` })).toMatchInlineSnapshot(`
    "11:19 former-addresses-too-long
    A former address is 196 characters long; at most 195 fit.
    do: Cut 1 character."
  `);
  expect(tell({ formerAddresses: '[en/aux/old, en/console]' })).toMatchInlineSnapshot(`
    "11:19 name-device
    The name “aux” is a device on Windows.
    why: It becomes the name of a file of the site, which could not be unpacked or copied there.
    do: Choose another name, for example with a second word.
    example: aux-news"
  `);
});

test('a former address is answered with one made from the title', () => {
  const title = 'Город, который не погасил огни';
  expect(tell({ title, formerAddresses: '[/Город.html]' })).toMatchInlineSnapshot(`
    "11:19 former-addresses-malformed
    A former address “/Город.html” is not parts of lower-case Latin letters, digits and single hyphens, with “/” between them and without “.html”.
    do: Write the path that stood after the site’s name, without “.html”.
    example: formerAddresses: [en/2026/11/22/gorod-kotoryi-ne-pogasil-ogni]"
  `);
});

describe('rules of a kind', () => {
  test('republished names its original, others have none', () => {
    expect(tell({ kind: 'republished' })).toMatchInlineSnapshot(`
      "2:1 original-missing
      The article is republished, but does not say from where.
      why: Readers and the first publisher must see where it was first published and who allowed its reuse.
      do: Say where it was first published and who allowed its reuse.
      example: original:
        publisher: The Harbour Gazette
        url: https://example.org/story
        licence: CC BY-ND 4.0"
    `);
    const original = '{ publisher: The Gazette, url: https://example.org/x, licence: CC BY }';
    expect(tell({ original })).toMatchInlineSnapshot(`
      "11:1 original-not-republished
      The article has an original, but its kind is “news”.
      do: Write “kind: republished”, or remove “original”.
      example: kind: republished"
    `);
    expect(problemsWith({ kind: 'republished', original })).toEqual([]);
  });
  test('live has entries, others have none', () => {
    expect(tell({ kind: 'live' })).toMatchInlineSnapshot(`
      "2:1 live-missing
      The article’s kind is “live”, but it has no entries.
      do: Add “live” with a list of entries, or choose another kind.
      example: live:
        entries:
          - id: polls-open
            at: 2026-11-22T09:30:00+02:00
            title: Polls open
            body: Doors opened at eight."
    `);
    expect(tell({ live: '{ entries: [] }' })).toMatchInlineSnapshot(`
      "11:1 live-not-live
      The article has live entries, but its kind is “news”.
      do: Write “kind: live”, or remove “live”.
      example: kind: live"
    `);
  });
  test('live entries have ids of their own', () => {
    const entry = '{ id: a, at: 2026-11-22T09:30:00Z, title: T, body: B }';
    expect(tell({ kind: 'live', live: `{ entries: [${entry}, ${entry}] }` }))
      .toMatchInlineSnapshot(`
      "11:81 live-entries-id-repeated
      The live entry “a” stands in the list twice.
      do: Keep one of them, or give it another name."
    `);
  });
  test('a newsletter pick has a blurb', () => {
    expect(tell({ newsletter: '{ pick: true }' })).toMatchInlineSnapshot(`
      "11:1 newsletter-blurb-missing
      The article is picked for the newsletter, but has no blurb.
      do: Write a sentence or two for the newsletter, or write “pick: false”.
      example: blurb: How a port town outlived three winters without the grid."
    `);
    expect(problemsWith({ newsletter: '{ pick: false }' })).toEqual([]);
  });
});

describe('the title', () => {
  test('ends without a full stop, abbreviations apart', () => {
    expect(tell({ title: 'The city kept its lights on.' })).toMatchInlineSnapshot(`
      "10:8 warning title-full-stop
      The title ends with a full stop.
      do: Remove the full stop, unless it belongs to an abbreviation.
      example: title: "The city kept its lights on""
    `);
    expect(problemsWith({ title: 'How the lights stayed on in the U.S.' })).toEqual([]);
    expect(problemsWith({ title: 'And the lights stayed on...' })).toEqual([]);
  });
});

describe('the folder', () => {
  test('is not where an article belongs', () => {
    expect(tell({}, '', { path: 'articles/en/2026/harbour/index.md' })).toMatchInlineSnapshot(`
      "2:1 folder-layout
      The article does not stand where an article belongs.
      why: The folder’s language, date and name are the article’s address.
      do: Move it to articles/<language>/<year>/<month>/<day>-<name>/index.md.
      example: articles/en/2026/11/22-the-port-city-that-kept-its-lights-on/index.md"
    `);
  });
  test('has a name that is a device on Windows', () => {
    expect(tell({}, '', { path: 'articles/en/2026/11/22-con/index.md' })).toMatchInlineSnapshot(`
      "2:1 name-device
      The name “con” is a device on Windows.
      why: It becomes the name of a file of the site, which could not be unpacked or copied there.
      do: Choose another name, for example with a second word.
      example: 22-con-news"
    `);
  });
  test('is shown a name as its language writes it', () => {
    const shown = tell({ title: 'Đubrište na obali' }, '', {
      path: 'articles/sr-Latn/2026/11/22-Đu/index.md',
    });
    expect(shown).toContain('example: 22-djubriste-na-obali');
  });
  test('has a name that cannot be an address', () => {
    const title = 'Город, который не погасил огни';
    expect(tell({ title }, '', { path: 'articles/en/2026/11/22-Город/index.md' }))
      .toMatchInlineSnapshot(`
      "2:1 folder-name
      The folder’s name “Город” cannot be an address.
      why: An address of plain Latin letters survives every messenger and mail program.
      do: Use lower-case Latin letters, digits and single hyphens, at most 100 characters.
      example: 22-gorod-kotoryi-ne-pogasil-ogni"
    `);
  });
  test('has a date that does not exist', () => {
    expect(tell({}, '', { path: 'articles/en/2026/02/31-harbour/index.md' }))
      .toMatchInlineSnapshot(`
      "2:1 folder-date
      The folder’s date 2026-02-31 is not a day of the calendar.
      do: Move the article to the folder of its day."
    `);
  });
  test('is of another language', () => {
    expect(tell({}, '', { path: 'articles/ru/2026/11/22-harbour/index.md' }))
      .toMatchInlineSnapshot(`
      "3:7 lang-not-the-folders
      The language is “en”, but the article stands in the folder “ru”.
      do: Write “lang: ru”, or move the folder to articles/en.
      example: lang: ru"
    `);
    expect(tell({ lang: 'fr' })).toMatchInlineSnapshot(`
      "10:7 lang-not-published
      The outlet does not publish in “fr”.
      do: Write one of the outlet’s languages: en, ru.
      example: lang: en"
    `);
  });
});

describe('front matter that is not closed', () => {
  const opened = ARTICLE.replace('\n---\n\n', '\n\n');
  const tellOf = (text: string) => told(parseArticle(text, CONTEXT).problems);
  test('is told at the first line of the text, also where a rule stands later', () => {
    const rule = `${opened}\nAfter: a while.\n\n---\n\nMore.\n`;
    expect(tellOf(rule)).toMatchInlineSnapshot(`
      "12:1 front-matter-not-closed
      The front matter is not closed before the text begins.
      do: Put a line “---” after the last field, before the text.
      example: status: draft
      ---

      The first paragraph."
    `);
    expect(tellOf(opened)).toBe(tellOf(rule));
    expect(tellOf(rule.replace('ready\n\n', 'ready\n'))).toContain('11:1 front-matter-not-closed');
    const page = parsePage('---\ntitle: About us\n\nWe write.\n\n---\n', {
      path: 'pages/en/about.md',
    });
    expect(page.problems).toMatchObject([{ code: 'front-matter-not-closed', line: 4 }]);
  });
  test('is not what a field written wrongly looks like', () => {
    const codes = (fields: Record<string, string>) => problemsWith(fields).map(({ code }) => code);
    expect(codes({ 'status: ready\nof the town\nkicker': 'One' })).toEqual([
      'yaml-multiline-implicit-key',
    ]);
    expect(codes({ kicker: 'One\nof the town' })).toEqual(['yaml-multiline-implicit-key']);
    expect(codes({ kicker: 'One\n\n# Ours\n\nstandfirst: Two' })).toEqual([]);
    expect(codes({ kicker: 'One\n\nof the town\n\nstandfirst: Two' })).toEqual([
      'yaml-multiline-implicit-key',
    ]);
    expect(codes({ dateline: "Mys\n\n'kicker': One\n'standfirst': Two" })).toEqual([]);
  });
});

test('a correction before the publication', () => {
  const corrected = (at: string) =>
    tell({
      corrections: `\n  - kind: correction\n    at: ${at}\n    text: The port was named wrongly, it is Mys.`,
    });
  expect(corrected('2026-11-22T09:29:59+02:00')).toMatchInlineSnapshot(`
    "13:9 correction-before-published
    The correction (2026-11-22T09:29:59+02:00) is earlier than the publication (2026-11-22T09:30:00+02:00).
    do: Mend one of the two; what was mended before the publication needs no correction."
  `);
  expect(corrected('2026-11-22T07:30:00Z')).toBe('');
});

test('a live article without an entry', () => {
  const live = { kind: 'live', live: '{ entries: [] }' };
  expect(tell(live)).toMatchInlineSnapshot(`
    "11:18 live-empty
    The article’s kind is “live”, but it has no entries.
    do: Add an entry, or leave the article a draft until there is one.
    example: live:
      entries:
        - id: polls-open
          at: 2026-11-22T09:30:00+02:00
          title: Polls open
          body: Doors opened at eight."
  `);
  expect(tell({ ...live, status: 'draft' })).toBe('');
});

test('a title on several lines', () => {
  const lines = '\n  The port city\n  that kept its lights on';
  expect(tell({ title: `|${lines}` })).toMatchInlineSnapshot(`
    "10:8 title-several-lines
    The title stands on several lines.
    why: It is printed on one line, and stands in titles, lists and feeds.
    do: Write it on one line, without “|” before it and without an empty line in it.
    example: title: The port city that kept its lights on"
  `);
  expect(tell({ title: `>${lines}` })).toBe('');
});

test('a list whose dashes lack their space is told once', () => {
  expect(problemsWith({ tags: '\n  -energy' }).map(({ code }) => code)).toEqual([
    'yaml-dash-space',
  ]);
});

describe('characters that cannot be seen', () => {
  test('half a character, wherever a text stands', () => {
    expect(tell({ title: '"The court \\ud800 moved"' })).toMatchInlineSnapshot(`
      "10:19 character-surrogate
      Half a character stands here (U+D800, a lone surrogate).
      why: No file can hold it: pages, feeds and the search index could not be written.
      do: Delete it and type the character itself."
    `);
    const live = '\n  entries:\n    - id: a\n      at: 2026-11-22T09:40:00+02:00\n';
    const codes = (fields: Record<string, string>, text = '') =>
      problemsWith(fields, text).map(({ code, line, column }) => [code, line, column]);
    expect(codes({ editorsNote: '"It \\udc00"' })).toEqual([['character-surrogate', 11, 18]]);
    expect(
      codes({ kind: 'live', live: `${live}      title: "T\\udfff"\n      body: "\\udbff"` }),
    ).toEqual([
      ['character-surrogate', 15, 16],
      ['character-surrogate', 16, 14],
    ]);
    expect(codes({}, 'A \uD800 b')).toEqual([['character-surrogate', 13, 3]]);
    expect(codes({}, 'A &#xD800; b')).toEqual([['character-surrogate', 13, 3]]);
  });
  test('not a whole character, however it is written', () => {
    expect(
      problemsWith({ title: '"The court \\ud83d\\ude00 \\U0001F600 moved 😀"' }, '😀'),
    ).toEqual([]);
  });
  test('in a field, in an escape, in the text, as a reference', () => {
    expect(tell({ title: 'The city \u202Ethat kept its lights' })).toMatchInlineSnapshot(`
      "10:17 character-bidi
      An invisible character that turns the direction of writing stands here (U+202E).
      why: It makes a line read differently from what it says, in the review and on the page.
      do: Delete it and type the word again."
    `);
    expect(tell({ title: '"The city \\u2066that kept its lights"' })).toMatchInlineSnapshot(`
      "10:18 character-bidi
      An invisible character that turns the direction of writing stands here (U+2066).
      why: It stands in “title” as a YAML escape.
      do: Delete it and type the word again."
    `);
    expect(tell({}, 'A line\nwith \u0007 a bell')).toMatchInlineSnapshot(`
      "14:6 character-control
      An invisible control character stands here (U+0007).
      why: It comes from copying out of other programs, and breaks feeds and search.
      do: Delete it and type the word again."
    `);
    expect(tell({}, 'Text &#x202E; turned')).toMatchInlineSnapshot(`
      "13:6 character-bidi
      An invisible character that turns the direction of writing stands here (U+202E).
      why: It makes a line read differently from what it says, in the review and on the page.
      do: Delete it and type the word again."
    `);
    expect(problemsWith({}, 'Text &#8212; dash &#1234567;')).toHaveLength(1);
  });
});

test('an unknown error in the YAML gives no value, and the text is still looked through', () => {
  const { value, problems, outline } = parseArticle(
    ARTICLE.replace('title: The', 'title: Port: The') + '\n[x](javascript:alert(1))\n',
    CONTEXT,
  );
  expect(value).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(['yaml-colon-in-value', 'text-script']);
  expect(outline.address?.slug).toBe('harbour-lights');
});

const LISTS = { section: ['news'], tag: [], author: ['anna'], series: [] };

test.each<[field: string, lists: object]>([
  ['id: none', LISTS],
  ['tags: [river]', { ...LISTS, tag: ['river'] }],
  ['series: { id: flood, part: 2 }', { ...LISTS, series: ['flood'] }],
  ['tags: [River!]', { section: ['news'], author: ['anna'], series: [] }],
  ['tags: river', { section: ['news'], author: ['anna'], series: [] }],
  ['tag: [river]', { section: ['news'], author: ['anna'] }],
  ['series: { id: flood }', { section: ['news'], tag: [], author: ['anna'] }],
  ['tags: [a: b: c]', {}],
])('with %j an article with an error names the lists %j', (field, lists) => {
  const fields = ['title: Bridge', 'section: news', 'authors: [anna]', field].join('\n');
  const { value, outline } = parseArticle(`---\n${fields}\n---\nText.\n`, CONTEXT);
  expect(value).toBeUndefined();
  expect(outline.lists).toEqual(lists);
});

test('never throws, and gives a value only without errors', () => {
  const lines = ARTICLE.split('\n');
  const any = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(any, fc.nat({ max: lines.length }), fc.boolean(), (noise, at, whole) => {
      const text = whole ? noise : lines.toSpliced(at, 1, noise).join('\n');
      const { value, problems } = parseArticle(text, CONTEXT);
      const wrong = problems.some(({ severity }) => severity === 'error');
      expect(value === undefined).toBe(wrong);
    }),
    { numRuns: 300 },
  );
});
