import { expect, test } from 'vitest';
import { groupByDomain } from './group-by-domain.ts';

test('names of one domain come together, whatever stands between them; others stay alone', () => {
  const bases = [
    ...[
      'https://vetla.example.net/',
      'https://mirror.example.org/',
      'https://sorin.example.net/a/',
    ],
    ...['http://127.0.0.1:80/', 'http://127.0.0.1:81/', 'http://[::1]:80/', 'https://host/'],
  ];
  expect(
    groupByDomain(bases.map((base) => ({ base }))).map((one) => one.map(({ base }) => base)),
  ).toEqual([
    ['https://vetla.example.net/', 'https://sorin.example.net/a/'],
    ...bases.filter((base) => !base.includes('example.net')).map((base) => [base]),
  ]);
});
