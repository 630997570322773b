import { expect, test } from 'vitest';
import { withoutOutlet } from './without-outlet.ts';

test.each([
  ['Illustration: A. Lind / Fortochka', 'Illustration: A. Lind'],
  [
    'At dawn. Illustration: A. Lind / Fortochka. CC BY 4.0',
    'At dawn. Illustration: A. Lind. CC BY 4.0',
  ],
  ['Photo: A / Fortochka, B / Fortochka', 'Photo: A, B'],
  ['Иллюстрация: А. Линд / «Fortochka». CC BY 4.0', 'Иллюстрация: А. Линд. CC BY 4.0'],
  ['Photo: A / “Fortochka”, B / „Fortochka“, C / "Fortochka"', 'Photo: A, B, C'],
  ['Photo: A / &quot;Fortochka&quot;', 'Photo: A'],
  ['Photo: A / «Fortochka Archive»', 'Photo: A / «Fortochka Archive»'],
  ['Photo: A / Other', 'Photo: A / Other'],
  ['Photo: A / Fortochkas', 'Photo: A / Fortochkas'],
  ['Photo: A / Fortochka Archive', 'Photo: A / Fortochka Archive'],
  ['The window of Fortochka', 'The window of Fortochka'],
])('%s', (credit, without) => {
  expect(withoutOutlet(credit, 'Fortochka')).toBe(without);
});

test('without a name nothing is left out', () => {
  expect(withoutOutlet('Photo: A / B', '')).toBe('Photo: A / B');
});

test('spaces that do not break are spaces', () => {
  expect(withoutOutlet('Photo: A.\u00A0Lind\u00A0/ The\u00A0Window.', 'The Window')).toBe(
    'Photo: A.\u00A0Lind.',
  );
});
