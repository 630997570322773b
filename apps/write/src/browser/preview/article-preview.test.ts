import { buildWords } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { proseHtml } from './article-preview.ts';

test('a text is shown as the page prints it', () => {
  const options = { lang: 'ru', words: buildWords('ru'), sources: [] };
  const body =
    'Он сказал: "да" - и ушёл.\n\n[![Кран "Север"](a.jpg \'"Час"\')](https://x.example/?a&b) "a"\n';
  const html = proseHtml(body, options, (file) => `blob:${file}`);
  expect(html.replaceAll('\u00a0', '~')).toMatchInlineSnapshot(`
    "<p>Он сказал: «да»~— и~ушёл.</p>
    <p> «a»</p>
    <figure><a href="https://x.example/?a&amp;b"><img src="blob:a.jpg" alt="Кран «Север»"></a><figcaption>«Час»</figcaption></figure>"
  `);
});
