import { expect, test } from 'vitest';
import { element, textNode } from './element.ts';
import { InlineAssembly } from './raw-html.ts';

function assemble(...parts: string[]): ReturnType<InlineAssembly['finish']> {
  const assembly = new InlineAssembly();
  for (const value of parts) assembly.addHtml({ type: 'html', value });
  return assembly.finish();
}

test('refused attributes and elements do not even reach the gate', () => {
  expect(
    assemble('<b onclick=x style=y title=z lang="?">', 'a', '</b>', '<font>', 'c', '</font>'),
  ).toEqual([element('b', { title: 'z' }, [textNode('a')]), textNode('c')]);
});

test('the first of two attributes counts, as in a browser', () => {
  expect(assemble('<span lang=en lang=ru>')).toEqual([element('span', { lang: 'en' }, [])]);
});

test('a closing tag closes what it names, and nothing when it names nothing open', () => {
  expect(assemble('<i>', '<b>', '</i>', 'x', '</b>', '</q>')).toEqual([
    element('i', {}, [element('b', {}, [])]),
    textNode('x'),
  ]);
});
