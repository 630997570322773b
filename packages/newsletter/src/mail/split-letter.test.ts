import { HtmlValidate } from 'html-validate';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import type { LetterItem } from '../letter.ts';
import { LETTER_ENCODED_MAX, LETTER_MAILS_MAX, MAIL_MAX } from '../limits.ts';
import { sampleLetter } from '../../testing/sample-letter.ts';
import { longHtml, wholeItem } from '../../testing/whole-item.ts';
import { buildMail } from './build-mail.ts';
import { buildLetterHtml } from './letter-html.ts';
import { buildLetterText } from './letter-text.ts';
import { splitLetter } from './split-letter.ts';
import { weighLetter } from './weigh-letter.ts';

const envelope = {
  from: 'letters@pane.example',
  to: 'weekly@lists.example',
  date: '2026-11-23T07:00:00Z',
};
const check = {
  title: 'Проверить копию',
  url: 'https://pane.example/ru/verify.html',
  label: 'Отпечаток',
  fingerprint: 'b0c4 5057',
};
const notices = [{ place: 'Тем, кто в Беларуси.', text: 'Не переводите нам денег.' }];
const asOf = 'По состоянию на 21 ноября 2026 г.';
const letterOf = (items: LetterItem[]) => sampleLetter({ items, check, notices, asOf });
const split = (items: LetterItem[], before = 0) =>
  splitLetter(letterOf(items), { attach: true, before });
const long = (slug: string, bytes = 23_000) => wholeItem(slug, { html: longHtml(bytes) });
const idsOf = (letters: { items: readonly LetterItem[] }[]) =>
  letters.map(({ items }) => items.map(({ id }) => id));

describe('a letter of whole articles', () => {
  test('says in both forms what each article says, how to check it and where else it stands', async () => {
    const [letter] = await split([wholeItem('a'), wholeItem('b')]);
    const mail = await simpleParser(await buildMail(letter ?? letterOf([]), envelope));
    expect(mail.subject).toBe('Неделя: вода, паром и «сорок семь книг»');
    expect(mail.attachments.map(({ cid, related }) => [cid, related])).toEqual([
      ['a@letter', true],
      ['b@letter', true],
    ]);
    const html = String(mail.html);
    expect(html.match(/src="data:image\/jpeg/g)).toHaveLength(2);
    for (const said of [html.replaceAll('&amp;', '&'), mail.text ?? ''])
      for (const words of [
        ...['Дарья Кольчина · Тиглинск', '21 ноября 2026 г. в 08:30 (UTC+2)', 'Кран'],
        ...['Вода & осадок. Агата Линд', '[1]', 'https://pane.example/ru/2026/11/21/a.html'],
        ...['https://mirror.example/ru/2026/11/21/b.html', 'https://pane.example/ru/verify.html'],
        ...['b0c4 5057', 'Тем, кто в Беларуси.', 'Не переводите нам денег.', asOf],
      ])
        expect(said).toContain(words);
  });

  test('is valid HTML, in its language and direction', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'no-inline-style': 'off',
        'no-deprecated-attr': 'off',
        'attribute-allowed-values': 'off',
      },
    });
    const html = buildLetterHtml(
      letterOf([wholeItem('a'), wholeItem('b', { lang: 'he', dir: 'rtl' })]),
    );
    const { results } = await validate.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(html).toMatch(/<td lang="he" dir="rtl" [^>]*text-align:right/);
    expect(html).toMatch(/<td lang="ru" dir="ltr" [^>]*text-align:left/);
  });

  test('becomes as many mails as programs do not cut, and no article is parted', async () => {
    const letters = await split(['a', 'b', 'c', 'd', 'e'].map((slug) => long(slug)));
    expect(idsOf(letters)).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
    expect(letters.map(({ title }) => title.slice(-9))).toEqual(
      ['(1 из 3)', '(2 из 3)', '(3 из 3)'].map((part) => ` ${part}`),
    );
    for (const letter of letters) {
      const mail = (await buildMail(letter, envelope)).toString('latin1');
      const start = mail.indexOf('Content-Type: text/html');
      const encoded = mail.slice(start, mail.indexOf('\r\n--', start)).length;
      expect(encoded).toBeLessThanOrEqual(LETTER_ENCODED_MAX);
      // What is weighed is what is sent.
      expect(Math.abs(encoded - (await weighLetter(letter)).html)).toBeLessThan(250);
      expect(buildLetterText(letter)).toContain(`· ${letter.part ?? ''}`);
    }
  });

  test('counts on from the mails that are out', async () => {
    const letters = await split([long('c'), long('d'), long('e')], 1);
    expect(letters.map(({ part }) => part)).toEqual(['2 из 3', '3 из 3']);
    expect((await split([wholeItem('e')], 2)).map(({ part }) => part)).toEqual(['3 из 3']);
    expect((await split([wholeItem('e')])).map(({ part }) => part)).toEqual([undefined]);
  });

  test('carries what is too long for it as a file, which no program cuts', async () => {
    const items = [wholeItem('a'), long('b', 90_000), wholeItem('c')];
    const letters = await split(items);
    const mails = await Promise.all(
      letters.map(async (letter) => simpleParser(await buildMail(letter, envelope))),
    );
    const held = mails.find(({ attachments }) =>
      attachments.some(({ filename }) => filename === 'b.txt'),
    );
    const file = held?.attachments.find(({ filename }) => filename === 'b.txt');
    expect(file?.content.toString('utf8')).toContain(`Текст b[1].\n\n${asOf}\n\nhttps:`);
    expect(held?.text).toContain('Целиком текст приложен: b.txt');
    expect(String(held?.html)).toContain('Целиком текст приложен: b.txt');
    expect(String(held?.html)).toContain('Зачем читать b.');
    // Without its text it has room beside the others.
    expect(idsOf(letters)).toEqual([['A', 'B', 'C']]);
    // listmonk takes no files: its entry leads to the page.
    const [draft] = await splitLetter(letterOf([long('b', 90_000)]), { attach: false });
    expect(draft?.items[0]).not.toHaveProperty('attached');
    expect(draft?.items[0]).not.toHaveProperty('whole');
  });

  test('is none that servers refuse: thirty megabytes, or a flood of mails', async () => {
    const heavy = wholeItem('a', { pictures: [{ id: 'a', bytes: Buffer.alloc(22_500_000) }] });
    await expect(split([heavy])).rejects.toMatchObject({
      heavy: { what: 'article', title: 'Статья a', most: MAIL_MAX },
    });
    const many = Array.from({ length: LETTER_MAILS_MAX + 1 }, (_, at) => long(`a${at}`, 40_000));
    await expect(split(many)).rejects.toMatchObject({
      heavy: { what: 'mails', weight: LETTER_MAILS_MAX + 1, most: LETTER_MAILS_MAX },
    });
  });

  test('of pictures that would weigh too much together is parted by them too', async () => {
    const half = (slug: string) =>
      wholeItem(slug, { pictures: [{ id: slug, bytes: Buffer.alloc(2_000_000) }] });
    expect(idsOf(await split([half('a'), half('b')]))).toEqual([['A'], ['B']]);
  });

  test('of links stays as it is', async () => {
    const letter = sampleLetter();
    expect(await splitLetter(letter, { attach: true })).toEqual([letter]);
  });
});
