import { expect, it } from 'vitest';
import { findUnknownTerms } from './schema-org.ts';

it.each([
  [{ '@type': 'NewsArticle', headline: 'A', datePublished: '2026' }, []],
  [{ '@type': 'NewsArticle', publisher: { '@id': 'https://a.test/#outlet' } }, []],
  [{ '@type': 'NewsStory' }, ['type NewsStory']],
  [{ '@type': 'NewsArticle', corrections: [] }, ['NewsArticle.corrections']],
  [{ '@type': 'Person', headline: 'A' }, ['Person.headline']],
  [{ '@type': 'NewsArticle', author: [{ '@type': 'Person', title: 'A' }] }, ['Person.title']],
  [
    { '@graph': [{ '@type': 'WebSite', ownershipFundingInfo: 'a' }] },
    ['WebSite.ownershipFundingInfo'],
  ],
  [{ '@context': 'http://a.test', '@type': 'WebSite' }, ['context "http://a.test"']],
])('the vocabulary judges %j', (value, unknown) => {
  expect(findUnknownTerms(value)).toEqual(unknown);
});
