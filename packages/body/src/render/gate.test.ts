import type { ElementContent, Properties } from 'hast';
import { expect, test } from 'vitest';
import { element, textNode } from './element.ts';
import { passThrough } from './gate.ts';

const none = { figures: new Set<ElementContent>() };
const pass = (tag: string, properties: Properties = {}): ElementContent[] =>
  passThrough([element(tag, properties, [textNode('x')])], none);

test.each([
  ['script'],
  ['style'],
  ['iframe'],
  ['svg'],
  ['h1'],
  ['form'],
  ['constructor'],
  ['__proto__'],
])('<%s> does not pass, its text does', (tag) => {
  expect(pass(tag)).toEqual([textNode('x')]);
});

test.each<[string, Properties]>([
  ['a', { href: 'javascript:1' }],
  ['a', { onClick: '1' }],
  ['a', { style: 'x' }],
  ['p', { id: 'x' }],
  ['h2', { id: 'x"y' }],
  ['div', { className: ['evil'] }],
  ['td', { className: ['al-r', 'x'] }],
  ['li', { constructor: 'x' }],
  ['span', { onmouseover: 'x' }],
  ['b', { className: ['x'] }],
])('<%s> loses %j', (tag, properties) => {
  expect(pass(tag, properties)).toEqual([element(tag, {}, [textNode('x')])]);
});

test('raw HTML passes only when it is a figure of the page', () => {
  const own: ElementContent = { type: 'raw', value: '<figure></figure>' };
  const other: ElementContent = { type: 'raw', value: '<script></script>' };
  expect(
    passThrough([own, other, { type: 'comment', value: 'c' }], { figures: new Set([own]) }),
  ).toEqual([own]);
});
