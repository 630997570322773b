import type { Heavy } from '@tamizdat/newsletter';
import { afterEach, expect, test } from 'vitest';
import { startLanguage } from '../language/say.ts';
import { explainHeavy } from './explain-heavy.ts';

afterEach(() => {
  startLanguage([], { LANG: 'en' });
});

const HEAVY: Heavy[] = [
  { what: 'article', title: 'Паром', weight: 30_400_000, most: 5_000_000 },
  { what: 'mails', weight: 21, most: 20 },
  { what: 'html', weight: 100_001, most: 100_000 },
  { what: 'mail', weight: 30_400_000, most: 5_000_000 },
];

test.each([
  ['en', 'nothing was written or sent', /--pictures none|fewer articles|carry less/],
  ['ru', 'ничего не записано и не отправлено', /--pictures none|меньше/],
])('in %s each says how much it is, what it may be, and what makes it less', (lang, none, way) => {
  startLanguage([], { LANG: lang });
  for (const heavy of HEAVY) {
    const said = explainHeavy(heavy, false);
    for (const part of [none, `${heavy.weight}`, `${heavy.most}`]) expect(said).toContain(part);
    expect(said).toMatch(way);
    if (heavy.what === 'article') expect(said).toContain('Паром');
  }
});

test('an extra letter has no “articles” and no “frequency”', () => {
  const said = explainHeavy({ what: 'mails', weight: 21, most: 20 }, true);
  expect(said).toContain('--ids');
  expect(said).not.toContain('frequency');
});
