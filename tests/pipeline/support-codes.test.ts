import path from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { distFolder, listBuilt, readBuilt } from './site/built-site.ts';

/** Pixels a side: what a phone's camera has of a picture that fills a third of its width. */
const CODE_WIDTH = 448;

/** What a phone reads in a picture of the tree. */
async function readCode(file: string): Promise<string> {
  const { data, info } = await sharp(path.join(distFolder, file))
    .resize(CODE_WIDTH)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A package of the old module format: its default is the whole.
  const code = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
  if (!code) throw new Error(`${file} holds no code that can be read`);
  return code.data;
}

/** What a page about support says around a picture. */
interface Stated {
  picture: string;
  /** The place of the choice: frequency, currency, amount. */
  choice: [frequency: string, currency: string, amount: string];
  /** The link of the same method, where it has one. */
  link: string | undefined;
  details: string;
}

function readStated(page: string): Stated[] {
  const choices = readBuilt(page)
    .split(/<li id=(?=\w+-[a-z]{3}-)/)
    .slice(1);
  return choices.flatMap((place) => {
    const [frequency = '', currency = '', amount = ''] =
      /^[\w.-]+/.exec(place)?.[0].split('-') ?? [];
    return place.split('<li>').flatMap((method): Stated[] => {
      const picture = /<img src=\.\.\/(support\/[\w.-]+)/.exec(method)?.[1];
      if (picture === undefined) return [];
      const link = /<a href="([^"]+)"/.exec(method)?.[1];
      return [
        { picture, choice: [frequency, currency.toUpperCase(), amount], link, details: method },
      ];
    });
  });
}

/** The transfer that a page states, line by line (EPC069-12, version 2: a BIC may be missing). */
function statedTransfer({ details, choice: [, currency, amount] }: Stated): string[] {
  const [holder = '', iban = '', reference = ''] = [...details.matchAll(/<dd>(.*?)<\/dd>/g)].map(
    ([, value = '']) => value.replace(/<[^>]*>/g, ''),
  );
  const plain = iban.replaceAll(/\s/g, '');
  return [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    holder,
    plain,
    `${currency}${Number(amount).toFixed(2)}`,
    '',
    '',
    reference,
  ];
}

const pages = listBuilt('*/support.html');
const stated = pages.flatMap((page) => readStated(page).map((each) => ({ page, ...each })));

describe('the codes of accounts', () => {
  it('are all on every page about support, and nothing else is', () => {
    // The marks beside the forms, whose names are letters alone, are no codes.
    const codes = listBuilt('support/*').filter((file) => !/\/[cwbo]+\.svg$/.test(file));
    expect(codes.length).toBeGreaterThan(6);
    for (const page of pages)
      expect(
        stated
          .filter((each) => each.page === page)
          .map(({ picture }) => picture)
          .sort(),
      ).toEqual(codes);
  });

  it.each(stated)('$picture says what $page states', async (each) => {
    const said = await readCode(each.picture);
    if (each.link === undefined) expect(said.split('\n')).toEqual(statedTransfer(each));
    else expect(said).toBe(each.link);
  });

  it('are of the bank, of Bitcoin and of Monero', () => {
    const kinds = stated.map(({ link }) => link?.split(':')[0] ?? 'bank');
    expect([...new Set(kinds)].sort()).toEqual(['bank', 'bitcoin', 'monero']);
  });

  it('of coins name the account and the amount that the page states beside them', () => {
    const coins = stated.filter(({ link }) => link !== undefined);
    for (const { link = '', details, choice } of coins) {
      const account = /<code>(.*?)<\/code>/.exec(details)?.[1] ?? '';
      expect(account.length).toBeGreaterThan(30);
      expect(link).toMatch(new RegExp(`^\\w+:${account}\\?(?:tx_)?amount=${choice[2]}$`));
    }
  });
});
