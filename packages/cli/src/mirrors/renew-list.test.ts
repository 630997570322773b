import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  listText,
  name,
  NAMES,
  place,
  renew,
  signed,
  baseOf,
  useRenewedOutlet,
  writeBook,
} from '../../testing/renewed-outlet.ts';
import { openMirrorList } from './mirror-list.ts';
import { undoList, writeList } from './renew-list.ts';

/** How the list is written where names give way: whatever form its names have, and never over a person's hand. */

useRenewedOutlet();

const file = (): string => path.join(place.content, 'mirrors.yaml');
const rewrite = (names: string): void => {
  writeFileSync(file(), listText().replace('    names: [alpha, bravo] # of the list\n', names));
};

test.each(['\n', '\r\n'])(
  'names below each other are changed line by line (%j)',
  async (newline) => {
    rewrite(
      '    names: # ours\n      - alpha # the first\n      # kept\n      - bravo # the second\n',
    );
    writeFileSync(file(), listText().replaceAll('\n', newline));
    await renew({ 'harbour/alpha': 'blocked' });
    expect(listText().replaceAll('\r\n', '\n')).toContain(
      '    names: # ours\n      - delta\n      # kept\n      - bravo # the second\n    kind: copied\n',
    );
    expect(listText().split('\n').length).toBe(listText().split(newline).length);
    expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
  },
);

test('a single name below its key, and dashes under it, are changed too', async () => {
  writeBook([NAMES[0] ?? name('alpha'), name('delta'), name('echo')]);
  rewrite('    names:\n    - alpha\n');
  await renew({ 'harbour/alpha': 'blocked' });
  expect(listText()).toContain('    names:\n    - echo\n    - delta\n    kind: copied\n');
});

test('names in a form that cannot be changed stay, and the book with them', async () => {
  rewrite('    names:\n      -\n        alpha\n      - bravo\n');
  const before = [listText(), readFileSync(place.book, 'utf8')];
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow('on a line of its own');
  expect([listText(), readFileSync(place.book, 'utf8')]).toEqual(before);
});

test('what a person wrote meanwhile is neither written over nor undone', async () => {
  const list = await openMirrorList(place.content);
  const brought = list.text.replace('alpha', 'delta');
  writeFileSync(file(), `${list.text}# by hand\n`);
  expect(() => {
    writeList(list, brought);
  }).toThrow(/^list-changed: /);
  expect(listText()).toBe(`${list.text}# by hand\n`);
  writeFileSync(file(), `${brought}# by hand\n`);
  undoList(list, brought);
  expect(listText()).toBe(`${brought}# by hand\n`);
  writeFileSync(file(), brought);
  undoList(list, brought);
  expect(listText()).toBe(list.text);
});
