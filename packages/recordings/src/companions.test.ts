import { expect, test } from 'vitest';
import { findCompanions } from './companions.ts';

test('a recording finds what belongs to it by its name', () => {
  const names = [
    'flood.mp4',
    'flood.ru.vtt',
    'flood.en-GB.vtt',
    'flood.vtt',
    'flood.jpg',
    'flood.transcript.md',
    'flood-b.jpg',
    'flood.b.jpg',
  ];
  expect(findCompanions('flood.mp4', names)).toEqual({
    poster: 'flood.jpg',
    transcript: 'flood.transcript.md',
    captions: [
      { lang: 'en-GB', file: 'flood.en-GB.vtt' },
      { lang: 'ru', file: 'flood.ru.vtt' },
    ],
  });
  expect(findCompanions('other.mp4', names)).toEqual({ captions: [] });
});
