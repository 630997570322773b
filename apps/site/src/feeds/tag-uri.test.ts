import { describe, expect, it } from 'vitest';
import { absoluteAddress } from './absolute-address.ts';
import { tagUri } from './tag-uri.ts';

describe('names and addresses in feeds', () => {
  it('are tag URIs of the permanent authority (RFC 4151)', () => {
    const outlet = { tagAuthority: { domain: 'outlet.example', date: '2024-03-01' } };
    expect(tagUri(outlet, '01K')).toBe('tag:outlet.example,2024-03-01:01K');
  });

  it('stand under the origin, with or without a path', () => {
    expect(absoluteAddress({ origin: 'https://a.example' }, 'en/x.html')).toBe(
      'https://a.example/en/x.html',
    );
    expect(absoluteAddress({ origin: 'https://a.example/news/' }, 'en/x.html')).toBe(
      'https://a.example/news/en/x.html',
    );
  });
});
