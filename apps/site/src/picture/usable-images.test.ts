import { inspectBody } from '@tamizdat/body';
import { describe, expect, it } from 'vitest';
import { usableImages } from './usable-images.ts';

describe('pictures a text may show', () => {
  it.each([
    '../../secret.png',
    '../20-draft/photo.jpg',
    '/etc/x.png',
    'https://a.example/b.png',
    '..%2Fsecret.png',
  ])('never leave the article’s folder: %s', (file) => {
    expect(usableImages(inspectBody(`![A picture](${file}) ![Ours](ours.jpg)`))).toEqual([
      'ours.jpg',
    ]);
  });

  it('are named once', () => {
    expect(usableImages(inspectBody('![A](a.jpg)\n\n![A again](a.jpg)'))).toEqual(['a.jpg']);
  });
});
