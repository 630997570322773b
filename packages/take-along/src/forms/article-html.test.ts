import { expect, test } from 'vitest';
import { withoutLinks } from './article-html.ts';

test('words stay where links go, those after them too', () => {
  const html =
    '<p>See <a href="x">the <em>timetable</em></a>, and<a role="doc-noteref" href="#n">1</a> more.</p><p>Then.</p>';
  expect(withoutLinks(html)).toBe('<p>See the <em>timetable</em>, and1 more.</p><p>Then.</p>');
  expect(withoutLinks(html, 'notes')).toBe(
    '<p>See the <em>timetable</em>, and<a role="doc-noteref" href="#n">1</a> more.</p><p>Then.</p>',
  );
});
