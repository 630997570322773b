import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { assertBuilt, languagesOf, outlets } from '../outlets/built-outlets.ts';

assertBuilt();

/** Stories of a front page, each from its element's beginning to its end. */
function storiesOf(html: string): string[] {
  return html.match(/<article class="?[^>]*\bstory\b.*?<\/article>/gs) ?? [];
}

describe.each(outlets)('$name', ({ tree }) => {
  it('says on its front pages of what day each story is', () => {
    const undated = languagesOf({ tree }).flatMap((lang) => {
      const stories = storiesOf(readFileSync(path.join(tree, lang, 'index.html'), 'utf8'));
      return stories.filter((story) => !/<time datetime=/.test(story));
    });
    expect(undated).toEqual([]);
  });
});

it('finds the stories of the sample outlet', () => {
  const [sample] = outlets;
  const front = readFileSync(path.join(sample?.tree ?? '', 'index.html'), 'utf8');
  expect(storiesOf(front).length).toBeGreaterThan(15);
});
