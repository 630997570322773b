import { describe, expect, it } from 'vitest';
import { describeList, describeText } from './list-description.ts';
import { DESCRIPTION_MAX } from './limits.ts';

describe('a description made from what a page holds', () => {
  it('names whole headlines, as many as fit, and one in any case', () => {
    const titled = (...lengths: number[]) =>
      lengths.map((length) => ({ title: 'x'.repeat(length) }));
    expect(describeList([{ title: 'Boats' }, { title: 'Bells' }])).toBe('Boats · Bells');
    expect(describeList(titled(100, 57, 1))).toHaveLength(DESCRIPTION_MAX);
    expect(describeList(titled(100, 58, 1))).toHaveLength(100);
    expect(describeList(titled(DESCRIPTION_MAX + 1))).toHaveLength(DESCRIPTION_MAX + 1);
    expect(describeList([])).toBe('');
  });

  it('ends a text after a sentence, or else after a word', () => {
    expect(describeText('A buoy was found.\n\nIt is of larch.')).toBe(
      'A buoy was found. It is of larch.',
    );
    const sentence = 'The ferry did not run on Saturday. ';
    expect(describeText(sentence.repeat(10))).toBe(sentence.repeat(4).trim());
    const cut = describeText('ferry '.repeat(100));
    expect(cut).toMatch(/ferry…$/);
    expect(cut.length).toBeLessThanOrEqual(DESCRIPTION_MAX + 1);
  });

  it('keeps a text without a place to cut within bounds', () => {
    expect(describeText('я'.repeat(1_000)).length).toBeLessThanOrEqual(DESCRIPTION_MAX + 1);
  });
});
