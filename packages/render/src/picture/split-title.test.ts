import { describe, expect, it } from 'vitest';
import { splitTitle } from './split-title.ts';

describe('a picture’s title', () => {
  it.each([
    ['Ferry at dawn. Photo: Ann Lee', 'Ferry at dawn.', 'Photo: Ann Lee'],
    [
      'Паром утром. Иллюстрация: Агата Линд / «Форточка»',
      'Паром утром.',
      'Иллюстрация: Агата Линд / «Форточка»',
    ],
    ['Photo: Ann Lee', undefined, 'Photo: Ann Lee'],
    ['A telephoto: no credit', 'A telephoto: no credit', undefined],
    ['Photo:', 'Photo:', undefined],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
  ])('splits %j', (title, caption, credit) => {
    expect(splitTitle(title)).toEqual({ caption, credit });
  });
});
