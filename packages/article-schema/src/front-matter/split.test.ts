import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from './split.ts';

test('splits front matter and text, with their lines', () => {
  expect(splitFrontMatter('---\na: 1\nb: 2\n---\n\nText.\n')).toEqual({
    yaml: 'a: 1\nb: 2\n',
    yamlLine: 2,
    body: '\nText.\n',
    bodyLine: 5,
  });
});

test('takes byte order mark, CRLF and spaces after the dashes', () => {
  expect(splitFrontMatter('\uFEFF---  \r\na: 1\r\n---\t\r\nText.\r\n')).toEqual({
    yaml: 'a: 1\n',
    yamlLine: 2,
    body: 'Text.\n',
    bodyLine: 4,
  });
});

test('takes an empty front matter and an empty text', () => {
  expect(splitFrontMatter('---\n---')).toMatchObject({ yaml: '', body: '', bodyLine: 3 });
});

test('says that front matter is missing or not closed, and keeps the text', () => {
  expect(splitFrontMatter('Text.')).toMatchObject({
    body: 'Text.',
    missing: { code: 'front-matter-missing' },
  });
  expect(splitFrontMatter('---\na: 1\n')).toMatchObject({
    missing: { code: 'front-matter-not-closed' },
  });
  expect(splitFrontMatter(`---\n${'a: 1\n'.repeat(200_001)}---\n`).missing?.code).toBe(
    'front-matter-too-long',
  );
  expect(splitFrontMatter('----\na: 1\n---\n').missing?.code).toBe('front-matter-missing');
});

test('loses no line of any text', () => {
  const line = fc.oneof(fc.constant('---'), fc.string({ unit: 'grapheme' }), fc.constant('a: 1'));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
      const { yaml, body, bodyLine, missing } = splitFrontMatter(text);
      if (missing !== undefined) expect(body).toBe(plain);
      else
        expect(
          plain
            .split('\n')
            .slice(bodyLine - 1)
            .join('\n'),
        ).toBe(body);
      expect(plain).toContain(yaml);
    }),
  );
});
