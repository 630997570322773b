import { buildWords } from '@tamizdat/article-schema';
import { describe, expect, it } from 'vitest';
import { fillProse } from './prose.ts';
import { rememberProse, setProse } from './set-prose.ts';

const options = { lang: 'en', words: buildWords('en'), sources: [], hasFigures: true };
const filesOf = (markdown: string) => setProse(markdown, options).figures.map(({ file }) => file);

describe('figures of a text', () => {
  it.each([
    '../../secret.png',
    '../20-draft/photo.jpg',
    '/etc/x.png',
    'https://a.example/b.png',
    '..%2Fsecret.png',
  ])('never leave the article’s folder: %s', (file) => {
    expect(filesOf(`![A picture](${file}) ![Ours](ours.jpg)`)).toEqual(['ours.jpg']);
  });

  it('without a description say that they have none, and are not called decoration', () => {
    const [figure] = setProse('![](crane.jpg)', options).figures;
    expect(figure?.alt).toBe('A picture without a description');
  });

  it('stand where the text puts them, with its words, typeset', () => {
    const prose = setProse(
      'Before.\n\n![A "crane"](a.jpg "The "crane". Photo: Ann Lee")\n\n[![B](b.jpg)](https://x.example/)\n\nAfter.',
      options,
    );
    expect(prose.figures).toEqual([
      {
        file: 'a.jpg',
        alt: 'A “crane”',
        caption: 'The “crane”.',
        credit: 'Photo: Ann Lee',
        href: undefined,
      },
      {
        file: 'b.jpg',
        alt: 'B',
        caption: undefined,
        credit: undefined,
        href: 'https://x.example/',
      },
    ]);
    expect(fillProse(prose, ({ file }, place) => `[${place}:${file}]`)).toBe(
      '<p>Before.</p>\n[0:a.jpg]\n[1:b.jpg]\n<p>After.</p>',
    );
  });

  it('have no place where none is asked for, and none that the text writes itself', () => {
    const written =
      'A <span data-place="0">text</span>, <figure data-place="0"></figure> ![A](a.jpg)';
    expect(setProse('![A](a.jpg)', { ...options, hasFigures: false })).toEqual({
      pieces: [''],
      figures: [],
    });
    expect(filesOf(written)).toEqual(['a.jpg']);
  });
});

describe('a text that is asked for again', () => {
  it('is set once, and again when it or what it cites is another', () => {
    const set = rememberProse(2);
    const one = set('One.', options);
    expect(set('One.', { ...options })).toBe(one);
    expect(set('One.', { ...options, fragment: 'e-' })).not.toBe(one);
    const cited = { ...options, sources: [{ id: 'a', title: 'A report' }] };
    expect(fillProse(set('One.[^a]', cited), () => '')).toContain('A report');
  });

  it('is forgotten when many others were asked for since', () => {
    const set = rememberProse(2);
    const one = set('One.', options);
    set('Two.', options);
    expect(set('One.', options)).toBe(one);
    set('Three.', options);
    expect(set('One.', options)).toBe(one);
    set('Four.', options);
    set('Five.', options);
    expect(set('One.', options)).not.toBe(one);
  });
});
