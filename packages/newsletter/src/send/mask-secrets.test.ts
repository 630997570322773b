import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

describe('what a server said', () => {
  it.each([
    ['as it is', 'p@ss "1>?'],
    ['in an address', 'p%40ss%20%221%3E%3F'],
    ['in JSON', 'p@ss \\"1>?'],
    ['in base64', 'cEBzcyAiMT4/'],
    ['in base64 for addresses', 'cEBzcyAiMT4_'],
  ])('does not repeat a secret %s', (_, form) => {
    expect(maskSecrets(`535 no: ${form}!`, ['p@ss "1>?'])).toBe('535 no: ***!');
  });

  it('does not repeat a secret in base64, with or without padding', () => {
    expect(maskSecrets('a Pj8+Pw== b Pj8+Pw', ['>?>?'])).toBe('a *** b ***');
  });

  it('loses the whole of the longest secret, in whatever order they are', () => {
    expect(maskSecrets('kit:word', ['word', 'kit:word'])).toBe('***');
  });

  it('cannot steer a terminal', () => {
    expect(maskSecrets('\u001B[2Jgone\r\nnext', [])).toBe('[2Jgone next');
  });

  it('keeps none of any secret, and everything else', () => {
    const secret = fc
      .string({ unit: 'grapheme', minLength: 6 })
      .filter((text) => /^\P{Cc}+$/u.test(text));
    fc.assert(
      fc.property(secret, (text) => {
        const base64 = Buffer.from(text).toString('base64');
        expect(maskSecrets(`<${base64}>`, [text])).toBe('<***>');
      }),
    );
    expect(maskSecrets('550 no such list', [''])).toBe('550 no such list');
  });
});
