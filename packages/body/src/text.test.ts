import { expect, test } from 'vitest';
import { textOfBody } from './text.ts';

test('plain text: blocks apart, no images, footnotes, tags', () => {
  expect(
    textOfBody(
      '# Заголовок\n\nТекст *важно* [ссылка](x)[^a] <b>жир</b>.  \nСтрока\n\n![x](a.jpg)\n\n- a\n- b\n\n| c | d |\n|-|-|\n\n<div><script>1</script>e</div>\n\n[^a]: n',
    ),
  ).toMatchInlineSnapshot(`
    "Заголовок

    Текст важно ссылка жир.
    Строка

    a

    b

    c d

    e"
  `);
});
