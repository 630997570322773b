import { describe, expect, test } from 'vitest';
import { parseAppeal } from './appeal.ts';
import { parseAuthor } from './author.ts';
import { parseFront } from './front.ts';
import { parseOutlet } from './outlet.ts';
import { parsePage } from './page.ts';
import type { Problem } from '@tamizdat/problem';
import { OUTLET, OUTLET_YAML } from '../../testing/sample.ts';
import { told } from '../../testing/told.ts';
import { parseWords } from '../words/parse-words.ts';

const author = (text: string, id = 'anna-petrova') =>
  parseAuthor(text, { path: `authors/${id}.yaml`, outlet: OUTLET });
const outlet = (text: string) => told(parseOutlet(text, { path: 'outlet.yaml' }).problems);
const front = (text: string) => parseFront(text, { path: 'front/en.yaml', outlet: OUTLET });

describe('an author', () => {
  test('takes the id from the file’s name', () => {
    expect(author('name: { en: Anna, ru: Анна }').value).toMatchObject({
      id: 'anna-petrova',
      pseudonym: false,
      links: [],
    });
    expect(told(author('name: { en: Anna, ru: Анна }', 'Анна').problems)).toMatchInlineSnapshot(`
      "1:1 author-file-name
      The file’s name “Анна” cannot be an author’s id.
      do: Use lower-case Latin letters, digits and single hyphens.
      example: anna-petrova.yaml"
    `);
  });
  test('under a pseudonym has nothing that leads to the person', () => {
    const text = `name: { en: A. North, ru: А. Север }
pseudonym: true
photo: me.jpg
email: me@example.org
place: { en: Vilnius, ru: Вильнюс }
links: [{ name: Site, url: https://example.org }]
`;
    expect(told(author(text).problems)).toMatchInlineSnapshot(`
      "3:1 pseudonym-photo
      The author is pseudonymous, but the record has a photo.
      why: It can lead to the person. Removing it later does not remove it from git’s history or from copies: take it out before you push.
      do: Remove “photo”, and have the commit rewritten if you have already made one.

      4:1 pseudonym-email
      The author is pseudonymous, but the record has an e-mail address.
      why: It can lead to the person. Removing it later does not remove it from git’s history or from copies: take it out before you push.
      do: Remove “email”, and have the commit rewritten if you have already made one.

      5:1 pseudonym-place
      The author is pseudonymous, but the record has a place.
      why: It can lead to the person. Removing it later does not remove it from git’s history or from copies: take it out before you push.
      do: Remove “place”, and have the commit rewritten if you have already made one.

      6:1 pseudonym-links
      The author is pseudonymous, but the record has links.
      why: It can lead to the person. Removing it later does not remove it from git’s history or from copies: take it out before you push.
      do: Remove “links”, and have the commit rewritten if you have already made one."
    `);
    expect(author(text.replace('pseudonym: true\n', '')).problems).toEqual([]);
  });
  test('is under a pseudonym also where a line “---” stands above the field', () => {
    const text = `name: { en: A. North, ru: А. Север }
photo: me.jpg
---
pseudonym: true
`;
    const { value, problems } = author(text);
    expect(value).toBeUndefined();
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'pseudonym-photo'],
      [3, 'yaml-document-marker'],
    ]);
  });
  test('has texts in every language, and no comma that splits one', () => {
    expect(told(author('name: { en: Anna }').problems)).toMatchInlineSnapshot(`
      "1:1 language-missing
      “name” has no text in “ru”.
      why: Readers of that language would find a hole.
      do: Add a line “ru: …”."
    `);
    const role = 'name: { en: Anna, ru: Анна }\nrole: { en: Editor, English, ru: Редактор }';
    expect(told(author(role).problems)).toMatchInlineSnapshot(`
      "2:21 role-english-empty
      “English” stands where a field’s name belongs.
      why: In braces and brackets a comma begins a new entry.
      do: Put the text before and after the comma in double quotes together.
      example: { en: "Editor, English edition" }"
    `);
  });
});

describe('an outlet', () => {
  test('parses without a problem', () => {
    expect(outlet(OUTLET_YAML)).toBe('');
  });
  test('has tags with a name where they are used, and a description where they have a name', () => {
    const tags = (one: string) =>
      outlet(OUTLET_YAML.replace(/tags:\n.*\n.*\n/, `tags: [${one}]\n`));
    expect(tags('{ id: energy, name: { ru: Энергетика }, description: { ru: О токе. } }')).toBe('');
    expect(tags('{ id: energy, name: {} }')).toContain('tag-nameless');
    expect(tags('{ id: energy, name: { de: Energie, ru: Энергия } }')).toContain(
      'language-not-published',
    );
    const half = '{ id: energy, name: { en: Energy, ru: Энергия }, description: { en: Power. } }';
    expect(tags(half)).toContain('“tags[0].description” has no text in “ru”.');
    expect(tags('{ id: a, name: { en: A }, formerAddresses: { de: [a] } }')).toContain(
      '“tags[0].formerAddresses” has addresses in “de”',
    );
  });
  test('has former addresses that can be files', () => {
    const text = (lines: string) => outlet(`${OUTLET_YAML}${lines}\n`);
    expect(text('formerFeeds: { en: [feed, index.xml, feed/atom.xml] }')).toBe('');
    expect(text('formerFeeds: { en: [/feed] }')).toMatchInlineSnapshot(`
      "21:21 former-feeds-malformed
      A former address of the feed “/feed” is not parts of lower-case Latin letters, digits and single hyphens, with “/” between them and without “.html”, but with “.xml” if it had it.
      do: Write the path that stood after the site’s name.
      example: en:
        - rss.xml"
    `);
    expect(text('formerFeeds: { de: [feed] }')).toContain('language-not-published');
    expect(text('formerFeeds: [feed]')).toContain('Write a list under each language');
  });
  test('has a zone, locales and an origin that exist', () => {
    const text = OUTLET_YAML.replace('Europe/Vilnius', 'Europe/Vilna-2')
      .replace('locale: ru', 'locale: "!"')
      .replace('locale: en-GB', 'locale: en-uk')
      .replace('https://window.example', 'http://window.example');
    expect(outlet(text)).toMatchInlineSnapshot(`
      "3:9 origin-malformed
      The origin “http://window.example” is not a whole https address.
      do: Write the site’s own https address.
      example: origin: https://outlet.example

      6:40 languages-locale-malformed
      The locale “en-uk” is not a locale (BCP 47): write it “en-GB”.
      do: Write a locale such as en-GB or ru.
      example: locale: en-GB

      7:40 languages-locale-malformed
      The locale “!” is not a locale (BCP 47): no language tag is built like this.
      do: Write a locale such as en-GB or ru.
      example: locale: en-GB

      8:11 time-zone-malformed
      The time zone “Europe/Vilna-2” does not exist.
      do: Write a name such as Europe/Vilnius.
      example: timeZone: Europe/Vilnius"
    `);
    expect(outlet(OUTLET_YAML.replace('window.example\n', 'window.example/a\n')))
      .toMatchInlineSnapshot(`
      "3:9 origin-form
      The origin has a path, but does not end with “/”.
      why: Feeds and sitemaps are written by putting a page’s path after it.
      do: Write https://, the name, and a path with “/” at its end if there is one.
      example: origin: https://outlet.example/"
    `);
  });
  test('writes dates in a locale of the edition’s own language', () => {
    expect(outlet(OUTLET_YAML.replace('locale: ru', 'locale: qq'))).toMatchInlineSnapshot(`
      "7:40 languages-locale-malformed
      The locale “qq” is not a locale (BCP 47): no language of this code is known.
      do: Write a locale such as en-GB or ru.
      example: locale: en-GB"
    `);
    expect(outlet(OUTLET_YAML.replace('locale: ru', 'locale: de'))).toMatchInlineSnapshot(`
      "7:40 warning languages-locale-other-language
      The locale “de” is of another language than “ru”.
      why: Dates and numbers would stand in that language.
      do: Write a locale of “ru”, for example “ru” alone.
      example: locale: ru"
    `);
    const norwegian = OUTLET_YAML.replaceAll('ru: ', 'nb: ').replace(
      /ru, (name.*)locale: ru/,
      'nb, $1locale: nb-NO',
    );
    expect(outlet(norwegian)).toBe('');
  });
  test('says a fingerprint together with places outside that publish it', () => {
    const fingerprint = `rootFingerprint: ${'ab'.repeat(32)}\n`;
    const at = (url: string) => `fingerprintAt: [{ name: A, url: "${url}" }]\n`;
    expect(outlet(`${OUTLET_YAML}${fingerprint}${at('https://social.example/@a')}`)).toBe('');
    expect(outlet(`${OUTLET_YAML}${fingerprint}`)).toContain('fingerprint-nowhere-else');
    const groups = `rootFingerprint: ${Array(16).fill('ABab').join(' ')}\n`;
    const grouped = `${OUTLET_YAML}${groups}${at('https://social.example/@a')}`;
    expect(outlet(grouped)).toBe('');
    expect(parseOutlet(grouped, { path: 'outlet.yaml' }).value?.rootFingerprint).toBe(
      'ab'.repeat(32),
    );
    expect(outlet(`${OUTLET_YAML}${at('https://social.example/@a')}`)).toContain(
      'fingerprint-missing',
    );
    const digits = `rootFingerprint: ${'AB'.repeat(31)}\n${at('https://social.example/@a')}`;
    expect(outlet(`${OUTLET_YAML}${digits}`)).toContain('root-fingerprint-malformed');
    const own = new URL('en/verify.html', 'https://window.example').href;
    expect(outlet(`${OUTLET_YAML}${fingerprint}${at(own)}`)).toContain('fingerprint-at-own-site');
  });
  test('gives addresses that pages can link', () => {
    const support = `support:
  currencies: [EUR]
  amounts: { once: { EUR: { choices: [5], default: 5 } } }
  methods:
    - id: card
      name: { en: Card, ru: Карта }
      frequencies: [once]
      currencies: [EUR]
      link: https://me:secret@pay.example/{amount}
newsletters:
  - id: weekly
    lang: en
    name: Weekly
    description: Weekly
    frequency: weekly
    provider: { kind: buttondown, action: 'https://me:secret@mail.example/add' }
    privacy: privacy
`;
    const social = 'social: [{ name: Mastodon, url: "https:social.example" }]\n';
    expect(outlet(`${OUTLET_YAML}${social}${support}`)).toMatchInlineSnapshot(`
      "21:33 social-url-malformed
      The address of the social link “https:social.example” is not a whole https address: it is not a complete address.
      do: Write the whole https address.
      example: url: https://example.social/@outlet

      30:13 support-methods-link-malformed
      The link template “https://me:secret@pay.example/{amount}” is no address that pages can link: a name before “@” hides the real site.
      why: The amount a reader has chosen must arrive.
      do: Write the https address with {amount} where the amount belongs.
      example: link: https://pay.example/give?amount={amount}&currency={currency}

      37:43 newsletters-provider-action-malformed
      The form’s address “https://me:secret@mail.example/add” is not an https or mailto: address: a name before “@” hides the real site.
      do: Write the whole https address, or mailto: and an e-mail address.
      example: action: https://lists.example/subscription/form"
    `);
  });
  test('names every thing once, and only what exists', () => {
    const text = `${OUTLET_YAML}navigation: [{ section: cultur }]\nfooter: [about, about]\n`
      .replace('- id: culture', '- id: politics')
      .replace('code: ru', 'code: en');
    expect(outlet(text)).toMatchInlineSnapshot(`
      "1:25 language-not-published
      “name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      2:42 language-not-published
      “description” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      7:13 languages-repeated
      The language “en” stands in the list twice.
      do: Keep one of them, or give it another name.

      7:40 warning languages-locale-other-language
      The locale “ru” is of another language than “en”.
      why: Dates and numbers would stand in that language.
      do: Write a locale of “en”, for example “en” alone.
      example: locale: en

      11:27 language-not-published
      “sections[0].name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      12:9 sections-id-repeated
      The id “politics” stands in the list twice.
      do: Keep one of them, or give it another name.

      13:26 language-not-published
      “sections[1].name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      16:25 language-not-published
      “tags[0].name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      19:25 language-not-published
      “series[0].name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      20:35 language-not-published
      “licence.name” has a text in “ru”, in which the outlet does not publish.
      do: Remove it, or use one of the outlet’s languages: en, en.

      21:25 navigation-section-unknown
      There is no section “cultur”.
      do: Write the id of one of the sections: politics.

      22:17 footer-repeated
      The page “about” stands in the list twice.
      do: Keep one of them, or give it another name."
    `);
  });
  test('has an accent that can be read on both grounds', () => {
    expect(outlet(`${OUTLET_YAML}accent: { light: '#ff9d8a', dark: '#9b1c1c' }\n`))
      .toMatchInlineSnapshot(`
      "21:18 accent-contrast
      The accent #ff9d8a has a contrast of 2.01 : 1 on the light ground #ffffff; 4.5 : 1 is needed.
      why: Links in this colour could not be read by many (WCAG AA).
      do: Choose a darker colour.
      example: light: '#9b1c1c'

      21:35 accent-contrast
      The accent #9b1c1c has a contrast of 2.32 : 1 on the dark ground #111111; 4.5 : 1 is needed.
      why: Links in this colour could not be read by many (WCAG AA).
      do: Choose a lighter colour.
      example: dark: '#ff9d8a'"
    `);
    expect(outlet(`${OUTLET_YAML}accent: { light: '#9b1c1c', dark: '#ff9d8a' }\n`)).toBe('');
  });
  test('has a mark that is a drawing', () => {
    expect(outlet(`${OUTLET_YAML}mark: mark.png\n`)).toMatchInlineSnapshot(`
      "21:7 mark-not-svg
      The mark “mark.png” is not an SVG file.
      why: It is drawn in every size from a browser’s tab to a phone’s home screen.
      do: Put the mark as SVG beside outlet.yaml and write its name, or leave the line out.
      example: mark: mark.svg"
    `);
    expect(outlet(`${OUTLET_YAML}mark: Mark.SVG\n`)).toBe('');
  });
});

const NEWSLETTERS = `newsletters:
  - { id: weekly, lang: en, name: The week, description: Sundays., frequency: weekly, privacy: privacy,
      provider: { kind: listmonk, action: https://lists.example/form, honeypot: nonce,
        hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 } } }
`;

describe('newsletters', () => {
  const changed = (from: string, to: string) => outlet(OUTLET_YAML + NEWSLETTERS.replace(from, to));
  test('parse without a problem', () => {
    expect(outlet(OUTLET_YAML + NEWSLETTERS)).toBe('');
  });
  test('a provider whose kind does not fit its address', () => {
    expect(changed('action: https://lists.example/form', "action: 'mailto:a@lists.example'"))
      .toMatchInlineSnapshot(`
      "23:43 newsletters-provider-action-kind
      The kind “listmonk” takes a form, but the address is an e-mail address.
      why: Readers who subscribe would reach nobody.
      do: Write the https address of the form at listmonk, or “kind: mailto”.
      example: action: https://lists.example/subscription/form"
    `);
    expect(changed('listmonk', 'mailto')).toMatchInlineSnapshot(`
      "23:41 newsletters-provider-action-kind
      The kind “mailto” takes mail, but the address is a form’s.
      why: Readers who subscribe would reach nobody.
      do: Write mailto: and an e-mail address, or the kind of the provider the form belongs to.
      example: action: mailto:weekly@lists.example"
    `);
  });
  test('a honeypot that is the field for the address, or another one', () => {
    expect(changed('nonce', 'email')).toMatchInlineSnapshot(`
      "23:81 newsletters-provider-honeypot
      The honeypot “email” has the name of a field that the form needs.
      why: Readers’ own addresses would be taken for a machine’s.
      do: Give it the name that the provider asks for, or one that no other field has.
      example: honeypot: nonce"
    `);
    expect(changed('nonce', 'Address, field: address')).toContain('provider-honeypot');
    expect(changed('nonce', 'l')).toContain('provider-honeypot');
  });
  test('a form for listmonk that does not say which list', () => {
    expect(changed('{ l:', '{ list:')).toMatchInlineSnapshot(`
      "23:7 newsletters-provider-list
      The form does not say which list at listmonk it is for.
      why: listmonk refuses a form without it.
      do: Copy the list’s UUID from listmonk into the hidden field “l”.
      example: hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 }"
    `);
    expect(changed('6d1f7a52-', 'weekly-')).toMatchInlineSnapshot(`
      "24:22 newsletters-provider-list
      “weekly-4f0e-4a53-9d0a-5d5c2f0b9e11” is not the UUID of a list at listmonk.
      why: listmonk refuses a form without it.
      do: Copy the list’s UUID from listmonk into the hidden field “l”.
      example: hidden: { l: 6d1f7a52-4f0e-4a53-9d0a-5d5c2f0b9e11 }"
    `);
    expect(outlet(OUTLET_YAML + NEWSLETTERS.replace('listmonk', 'buttondown'))).toBe('');
  });
  test('a newsletter without privacy page is told at its own line', () => {
    expect(changed(', privacy: privacy', '')).toMatchInlineSnapshot(`
      "22:5 newsletters-privacy-missing
      The privacy page is missing in “weekly”.
      do: Write the name of a file in content/pages/<language>, without “.md”.
      example: privacy: privacy"
    `);
  });
  test('a newsletter in a language that is not published', () => {
    expect(changed('lang: en, name', 'lang: fr, name')).toMatchInlineSnapshot(`
      "22:25 language-not-published
      The outlet does not publish in “fr”.
      do: Write one of the outlet’s languages: en, ru."
    `);
  });
});

describe('front and fixed pages', () => {
  test('a front page names articles once, with an expiry', () => {
    const id = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';
    const placed = `{ id: ${id}, until: 2026-11-23T09:00:00Z }`;
    expect(front(`lead: ${placed}\n`).value?.lead?.id).toBe(id);
    expect(told(front(`lead: { id: ${id} }\n`).problems)).toMatchInlineSnapshot(`
      "1:1 lead-until-missing
      The lead’s expiry is missing.
      why: Without it yesterday’s lead would stay for ever.
      do: Write date, time and time zone.
      example: until: 2026-11-23T09:00:00+02:00"
    `);
    expect(told(front(`lead: ${placed}\nsecondRank: [${placed}]\n`).problems))
      .toMatchInlineSnapshot(`
      "2:20 front-id-repeated
      The article “01JD8Z0Q5X4K2M7N9P3R6S8T0V” stands in the list twice.
      do: Keep one of them, or give it another name."
    `);
  });
  test('a fixed page takes language and name from its path', () => {
    const text = '---\ntitle: About\n---\nText.\n';
    const page = (path: string) => parsePage(text, { path, outlet: OUTLET });
    expect(page('pages/en/about.md').value).toMatchObject({
      lang: 'en',
      slug: 'about',
      bodyLine: 4,
    });
    expect(told(page('pages/fr/about.md').problems)).toMatchInlineSnapshot(`
      "2:1 page-path
      The page does not stand where a fixed page belongs.
      do: Move it to pages/<language>/<name>.md, with a name of lower-case Latin letters and one of the languages en, ru.
      example: pages/en/privacy.md"
    `);
    expect(told(parsePage('Text.', { path: 'pages/en/a.md' }).problems)).toMatchInlineSnapshot(`
      "1:1 front-matter-missing
      The file does not begin with front matter.
      do: Begin the file with a line “---”, then the fields, then another line “---”. These are three hyphens, not a dash, with nothing above them.
      example: ---
      title: The harbour that kept its lights on
      ---"
    `);
  });
});

test('a fixed page is warned of links to the outlet’s own address', () => {
  const page = '---\ntitle: About\n---\n\n[a](https://window.example/en/x.html)\n';
  const { problems } = parsePage(page, { path: 'pages/en/about.md', outlet: OUTLET });
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[5, 'text-link-origin']]);
});

describe('names that are devices on Windows', () => {
  test('of sections, tags, series and languages', () => {
    const yaml = OUTLET_YAML.replace('id: culture', 'id: con')
      .replace('id: energy', 'id: com1')
      .replace('id: winter', 'id: console');
    expect(outlet(yaml)).toMatchInlineSnapshot(`
      "12:9 name-device
      The name “con” is a device on Windows.
      why: It becomes the name of a file of the site, which could not be unpacked or copied there.
      do: Choose another name, for example with a second word.
      example: id: con-news

      15:9 name-device
      The name “com1” is a device on Windows.
      why: It becomes the name of a file of the site, which could not be unpacked or copied there.
      do: Choose another name, for example with a second word.
      example: id: com1-news"
    `);
    expect(
      outlet(
        OUTLET_YAML.replaceAll('en:', 'nul:')
          .replace('code: en', 'code: nul')
          .replace('en-GB', 'nul'),
      ),
    ).toMatchInlineSnapshot(`
      "6:41 languages-locale-malformed
      The locale “nul” is not a locale (BCP 47): no language of this code is known.
      do: Write a locale such as en-GB or ru.
      example: locale: en-GB"
    `);
  });
});

describe('a line that ends a YAML document is told in', () => {
  const added = (text: string, marker = '---') => `${text.trimEnd()}\n${marker}\n`;
  const pageText = '---\ntitle: About us\n...\n---\n\nText.\n';
  test.each([
    ['an outlet', () => parseOutlet(added(OUTLET_YAML), { path: 'outlet.yaml' })],
    ['a front page', () => front(added('secondRank: []', '...'))],
    ['a page', () => parsePage(pageText, { path: 'pages/en/about.md', outlet: OUTLET })],
    [
      'words',
      () => parseWords(added('# Ours\nsite: {}'), { path: 'words/en.yaml', outlet: OUTLET }),
    ],
  ])('%s', (_, parse) => {
    const { value, problems } = parse();
    expect(problems.map(({ code }) => code)).toContain('yaml-document-marker');
    expect(value).toBeUndefined();
  });
});

test('half a character is refused in every record, in values and in names', () => {
  const at = ({ problems }: { problems: Problem[] }) =>
    problems.map(({ code, line, column }) => `${String(line)}:${String(column)} ${code}`);
  expect(at(author(String.raw`name: { en: "A\ud800", ru: Анна }`))).toEqual([
    '1:15 character-surrogate',
  ]);
  const lost = OUTLET_YAML.replace('{ en: A newsroom in exile.', String.raw`{ en: "A \udc00"`);
  expect(at(parseOutlet(lost, { path: 'outlet.yaml' }))).toEqual(['2:23 character-surrogate']);
  const named = author('name: { en: Anna, ru: Анна, "\\udc00": x }');
  expect(at(named)).toContain('1:29 character-surrogate');
});

describe('markup in a plain field of', () => {
  const printed = (problems: readonly Problem[]) =>
    problems
      .filter(({ code }) => code === 'text-markup-printed')
      .map(({ field, line, column, example }) => [field, line, column, example]);

  test('an author', () => {
    const text =
      "name: { en: Anna, ru: Анна }\nbio:\n  en: 'Writes for **Window**'\n  ru: 'Пишет &laquo;Окну&raquo;'\nlinks: [{ name: '[Site](https://a.example)', url: 'https://a.example/**x**' }]";
    expect(printed(author(text).problems)).toEqual([
      ['bio.en', 3, 19, 'Writes for Window'],
      ['bio.ru', 4, 14, 'Пишет «Окну»'],
      ['bio.ru', 4, 25, 'Пишет «Окну»'],
      ['links[0].name', 5, 18, 'Site'],
    ]);
    expect(author(text).problems[0]).toMatchObject({
      severity: 'warning',
      remedy: 'Write it as it is to be read: Markdown and HTML mean nothing in this field.',
    });
  });

  test('an outlet', () => {
    const text = OUTLET_YAML.replace(
      'description:',
      "tagline: { en: 'News &amp; more', ru: '*Новости*' }\ndescription:",
    );
    expect(
      printed(parseOutlet(text, { path: 'outlet.yaml' }).problems).map(([field]) => field),
    ).toEqual(['tagline.en', 'tagline.ru']);
  });

  test('a page, an appeal and words', () => {
    const fields = "---\ntitle: 'About &laquo;us&raquo;'\n---\n\nText of it.";
    const at = { outlet: OUTLET };
    const page = parsePage(fields, { path: 'pages/en/about.md', ...at });
    const appeal = parseAppeal(fields, { path: 'appeals/en/winter.md', ...at });
    const words = parseWords("readMore: 'Read **more**'", { path: 'words/en.yaml', ...at });
    expect(printed(page.problems).map(([field]) => field)).toEqual(['title', 'title']);
    expect(printed(appeal.problems).map(([field]) => field)).toEqual(['title', 'title']);
    expect(printed(words.problems).map(([field]) => field)).toEqual(['readMore']);
  });
});

test('titles and names stand on one line', () => {
  const names = 'name:\n  en: |\n    Anna\n    Petrova\n  ru: >\n    Анна\n    Петрова\n';
  expect(told(author(names).problems)).toMatchInlineSnapshot(`
    "2:7 name-en-several-lines
    “name.en” stands on several lines.
    why: It is printed on one line, and stands in titles, lists and feeds.
    do: Write it on one line, without “|” before it and without an empty line in it."
  `);
  const page = '---\ntitle: "About\\nus"\nstandfirst: "Two\\nlines"\n---\n\nText.\n';
  expect(
    parsePage(page, { path: 'pages/en/about.md', outlet: OUTLET }).problems.map(({ code }) => code),
  ).toEqual(['title-several-lines']);
  const lines = OUTLET_YAML.replace('Energy,', '"Energy\\n\\nheat",').replace(
    'A newsroom in exile.',
    '"A newsroom\\n\\nin exile."',
  );
  expect(outlet(lines)).toContain('tags-name-en-several-lines');
  expect(outlet(lines)).not.toContain('description');
});
