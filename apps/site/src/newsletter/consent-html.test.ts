import { expect, test } from 'vitest';
import { consentHtml } from './consent-html.ts';

test('what stands in brackets is the link, and the full stop keeps its place', () => {
  expect(consentHtml('You agree to the [Privacy & Policy].', '/en/privacy.html')).toBe(
    'You agree to the <a href="/en/privacy.html">Privacy &amp; Policy</a>.',
  );
});

test('without brackets it is a text, and without a page there is no link', () => {
  expect(consentHtml('For this <letter>.', '/en/privacy.html')).toBe('For this &lt;letter&gt;.');
  expect(consentHtml('the [policy].', undefined)).toBe('the policy.');
});
