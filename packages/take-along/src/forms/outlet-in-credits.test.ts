import { expect, test } from 'vitest';
import { withoutOutletInCredits } from './outlet-in-credits.ts';

test.each([
  [
    '<figure><img src="a / Window &amp; Co"><figcaption>At <b>dawn</b>. Photo: A / Window &amp; Co. CC BY</figcaption></figure><p>B / Window &amp; Co</p>',
    '<figure><img src="a / Window &amp; Co"><figcaption>At <b>dawn</b>. Photo: A. CC BY</figcaption></figure><p>B / Window &amp; Co</p>',
  ],
  [
    '<figcaption>Photo: A / Window &amp; Company</figcaption>',
    '<figcaption>Photo: A / Window &amp; Company</figcaption>',
  ],
])('%s', (html, without) => {
  expect(withoutOutletInCredits(html, 'Window & Co')).toBe(without);
});
