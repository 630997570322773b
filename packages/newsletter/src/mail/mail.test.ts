import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { TEXT_LINE } from '@tamizdat/render';
import { LETTER_HTML_MAX, MAIL_MAX } from '../limits.ts';
import { JPEG, sampleLetter } from '../../testing/sample-letter.ts';
import { buildMail } from './build-mail.ts';
import { buildLetterHtml } from './letter-html.ts';
import { buildLetterText } from './letter-text.ts';

const envelope = {
  from: 'Форточка <letters@pane.example>',
  to: 'weekly@lists.example',
  date: '2026-11-23T07:00:00+02:00',
};

describe('a mail', () => {
  it('says to a mail parser what the letter says', async () => {
    const letter = sampleLetter();
    const mail = await simpleParser(await buildMail(letter, envelope));
    expect(mail.subject).toBe(letter.title);
    expect(mail.from?.value).toEqual([{ name: 'Форточка', address: 'letters@pane.example' }]);
    expect(mail.to).toMatchObject({ text: 'weekly@lists.example' });
    expect(mail.date).toEqual(new Date('2026-11-23T05:00:00Z'));
    expect(mail.messageId).toMatch(/^<weekly\.2026-w47\.[0-9a-f]{24}@pane\.example>$/);
    expect(mail.headers.get('list')).toMatchObject({ unsubscribe: { url: letter.leave } });
    expect(mail.text?.trimEnd()).toBe(buildLetterText(letter).trimEnd());
    // The parser puts the picture where its cid stands.
    expect(mail.html).toContain(`src="data:image/jpeg;base64,${JPEG.toString('base64')}"`);
    expect(mail.attachments).toMatchObject([
      { cid: 'picture-1@letter', contentType: 'image/jpeg', related: true },
    ]);
  });

  it('calls a picture what its bytes are', async () => {
    const letter = sampleLetter();
    const [first] = letter.items;
    const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const items = first?.picture ? [{ ...first, picture: { ...first.picture, bytes } }] : [];
    const mail = await simpleParser(await buildMail({ ...letter, items }, envelope));
    expect(mail.attachments).toMatchObject([
      { contentType: 'image/png', filename: 'picture-1.png' },
    ]);
  });

  it('leaves out pictures that have an address', async () => {
    const letter = sampleLetter();
    const [first] = letter.items;
    const url = 'https://mirror.example/media/a.jpg';
    const items = first?.picture ? [{ ...first, picture: { ...first.picture, url } }] : [];
    const mail = await simpleParser(await buildMail({ ...letter, items }, envelope));
    expect(mail.attachments).toEqual([]);
    expect(mail.html).toContain(`src="${url}"`);
  });

  it('is the same for the same letter and time', async () => {
    const build = () => buildMail(sampleLetter(), envelope);
    expect((await build()).equals(await build())).toBe(true);
  });

  it('cannot be given headers by a title', async () => {
    const title = 'Weekly\r\nBcc: spy@evil.example\r\n\r\n<script>';
    const mail = await simpleParser(await buildMail(sampleLetter({ title }), envelope));
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.subject).toContain('spy@evil.example');
  });

  it.each([
    ['html', 'x'.repeat(LETTER_HTML_MAX), JPEG],
    ['mail', 'short', Buffer.alloc(MAIL_MAX)],
  ])('is refused where its %s is too long', async (what, blurb, bytes) => {
    const [item] = sampleLetter().items;
    const items = item?.picture ? [{ ...item, blurb, picture: { ...item.picture, bytes } }] : [];
    await expect(buildMail(sampleLetter({ items }), envelope)).rejects.toMatchObject({
      heavy: { what, most: what === 'html' ? LETTER_HTML_MAX : MAIL_MAX },
    });
  });
});

describe('the HTML of a letter', () => {
  it('is valid, and asks for nothing but its pictures', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:standard'],
      // Mail programs know only what these rules forbid: styles in elements, layout by attributes.
      rules: {
        'no-inline-style': 'off',
        'no-deprecated-attr': 'off',
        'attribute-allowed-values': 'off',
      },
    });
    const html = buildLetterHtml(sampleLetter());
    const { results } = await validate.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    const addresses = [...html.matchAll(/(?:src|url\()="?([^")]+)/g)].map(([, address]) => address);
    expect(addresses).toEqual(['cid:picture-1@letter']);
    expect(html).not.toContain('<script');
  });

  it('has no line that keeps its light colour in dark mode', () => {
    const html = buildLetterHtml(sampleLetter());
    const dark = /<style>(.*)<\/style>/.exec(html)?.[1] ?? '';
    const lines = [...html.matchAll(/<td(?: class="([a-z]+)")? style="[^"]*border-(top|bottom):/g)];
    expect(lines.map(([, name, side]) => [side, name])).toEqual([
      ['bottom', 'rule'],
      ['top', 'hairline'],
    ]);
    for (const [, name] of lines)
      expect(dark).toMatch(new RegExp(`\\.${name}\\{border-color:#[0-9a-f]{6}!important\\}`));
    // Below the text and faint on paper, so faint on black.
    expect(dark).toMatch(/\.hairline\{border-color:#[0-4][0-9a-f][0-4][0-9a-f][0-4][0-9a-f]!/);
  });

  it('is set from the right for a language written so', () => {
    expect(buildLetterHtml(sampleLetter({ lang: 'ar', dir: 'rtl' }))).toContain(
      '<html lang="ar" dir="rtl">',
    );
    expect(buildLetterHtml(sampleLetter({ dir: 'rtl' }))).toContain('text-align:right');
  });

  it('keeps any text text', () => {
    const nasty = fc.string({ unit: fc.constantFrom('<', '>', '"', '&', "'", 'a', '{name}', ' ') });
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, blurb, name) => {
        const [item] = sampleLetter().items;
        const tags = (html: string) => html.match(/<[a-z/!][^>]*/gi)?.length;
        const items = item ? [{ ...item, title, blurb, kicker: 'k' }] : [];
        const plain = item ? [{ ...item, kicker: 'k' }] : [];
        expect(tags(buildLetterHtml(sampleLetter({ title, name, items })))).toBe(
          tags(buildLetterHtml(sampleLetter({ items: plain }))),
        );
      }),
    );
  });
});

describe('the text of a letter', () => {
  it('reads like this', () => {
    expect(buildLetterText(sampleLetter())).toMatchInlineSnapshot(`
      "Форточка · Неделя за окном
      16–22 ноября 2026 г.

      Тиглинск
      ЧЕТЫРЕ ГОДА АНАЛИЗОВ ВОДЫ НИКТО НЕ ПУБЛИКОВАЛ
      Галина Ершина подписывает бутылки числами, как варенье. Мы сравнили её
      подоконник со 196 протоколами.
      https://pane.example/ru/2026/11/21/voda.html

      ПАРОМ <НЕ> ХОДИТ ТРЕТИЙ ДЕНЬ
      Два села отрезаны от больницы.
      https://pane.example/ru/2026/11/19/parom.html?a=1&b=2

      -- 
      Вы получаете это письмо, потому что подписались на «Неделя за окном».
      Отписаться: https://lists.example/leave?list=1&who=2
      "
    `);
  });

  it('keeps to its width but for long words, and loses none', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'б', 'ґ'), minLength: 1, maxLength: 90 }),
    );
    fc.assert(
      fc.property(words, (list) => {
        const [item] = sampleLetter().items;
        const blurb = list.join(' ');
        const text = buildLetterText(sampleLetter({ items: item ? [{ ...item, blurb }] : [] }));
        for (const line of text.split('\n'))
          expect(line.length <= TEXT_LINE || !line.includes(' ') || /^\S+: /.test(line)).toBe(true);
        for (const word of list) expect(text).toContain(word);
      }),
    );
  });
});
