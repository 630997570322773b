import { describe, expect, test } from 'vitest';
import { setForMail } from './set-for-mail.ts';

const ltr = { dir: 'ltr', accent: '#0f5f74' } as const;
const set = (html: string, setting: Parameters<typeof setForMail>[1] = ltr) =>
  setForMail(html, setting);

const table = (columns: number, more = '') =>
  `<div class="table" tabindex="0"><table><thead><tr>${Array.from({ length: columns }, (_, at) => `<th>H${at}</th>`).join('')}</tr></thead><tbody><tr>${Array.from({ length: columns }, (_, at) => `<td class="al-r"${more}>c${at} <em>x</em></td>`).join('')}</tr></tbody></table></div>`;

describe('an article’s HTML in a mail', () => {
  test('has every style in its element, and no id that another article may have', () => {
    const html = set(
      '<h2 id="h-a">A</h2><p>B <a href="https://a.example/?a=1&amp;b=2">c</a></p><section role="doc-endnotes" aria-labelledby="notes"><ol><li id="n-1">D</li></ol></section>',
    );
    expect(html).not.toMatch(/ id=|role=|aria-|<section|<h2/);
    expect(html).toMatch(/^<h3 style="margin:[^"]+">A<\/h3>/);
    expect(html).toContain(
      '<a href="https://a.example/?a=1&amp;b=2" class="accent" style="color:#0f5f74">c</a>',
    );
    expect(html).toMatch(/<div style="[^"]+"><ol style="[^"]+padding-left:24px"><li/);
  });

  test('knows figures no more than old mail programs do, and no picture grows beyond its width', () => {
    const html = set(
      '<figure><img src="cid:a@letter" width="300" height="200" alt="A &quot;b&quot;"><figcaption>C</figcaption></figure>',
    );
    expect(html).toContain('alt="A &quot;b&quot;"');
    expect(html).toContain('width:100%;max-width:300px;height:auto');
    expect(html).toMatch(/^<div [^>]+><img [^>]+><p class="mute" [^>]+>C<\/p><\/div>$/);
  });

  test('stands from the right in a language written so', () => {
    const html = set('<blockquote><p>א</p></blockquote><ul><li>ב</li></ul>', {
      ...ltr,
      dir: 'rtl',
    });
    expect(html).toContain('padding-right:16px;border-right:3px solid');
    expect(html).toContain('padding-right:24px');
    expect(html).not.toContain('left');
  });

  test('has tables that fit a phone: of many columns a list, a row each', () => {
    expect(set(table(3))).toMatch(/<table style=.*text-align:right[^>]+>c0/);
    const html = set(table(4));
    expect(html).not.toContain('<table');
    expect(html).toContain(
      '<strong>c0 <em>x</em></strong><br>H1: c1 <em>x</em><br>H2: c2 <em>x</em><br>H3: c3 <em>x</em></p>',
    );
    // Nothing around the table is lost, and two of them stay apart.
    const two = set(`<p>before</p>${table(4)}<p>between</p>${table(5)}<p>after</p>`);
    expect(two.match(/before|between|after|c0/g)).toEqual([
      'before',
      'c0',
      'between',
      'c0',
      'after',
    ]);
    expect(set(table(4, ' colspan="2"'))).toContain('<table');
  });
});
