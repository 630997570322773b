import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectBody } from '../inspect.ts';
import { maskStars } from './masks.ts';
import { partSigns } from './part-signs.ts';

const piece = fc.constantFrom('**', '*', '***', 'f', 'йк', ' ', '. ', '\n\n', '|', '|-|-|\n', '`');
const written = fc.array(
  fc.oneof(piece, fc.constant('**f**k off**'), fc.constant('www.a.example|')),
);

test('whatever is put in, each sign of the text is found where it stood', () => {
  fc.assert(
    fc.property(written, (pieces) => {
      const given = pieces.join('');
      const { text, toGiven } = partSigns(given);
      let kept = 0;
      for (let at = 0; at < text.length; at += 1) {
        const isPut = toGiven(at + 1) === toGiven(at);
        if (isPut) expect([' ', '\\']).toContain(text[at]);
        else {
          expect(text[at]).toBe(given[toGiven(at)]);
          kept += 1;
        }
      }
      expect(kept).toBe(given.length);
    }),
  );
});

test('stars that hide letters leave what follows at its place', () => {
  const given = '**He said f**k off** ![a](../a.jpg)';
  expect(inspectBody(given).images[0]?.at).toEqual({ line: 1, column: 22, offset: 21 });
});

test.each([
  ['Полный п***ц'],
  ['**New York**er'],
  ['**Sox**es and **Yankees**'],
  ['сл***ов***о'],
  ['* one f**k\n* two'],
  ['- **за**мок (дворец)\n- за**мок** (на двери)'],
  ['| **за**мок | за**мок** |'],
  ['> **за**мок\n>\n> за**мок**'],
  ['**му**ка, а му**ка**'],
  ['**`f**k` off**'],
  ['**Да** и **нет**'],
  ['**Да**, «**нет**». **Ну**'],
  ['**В США**, **в РФ** и **ещё**'],
  ['*Признан в США* и ЕС*, а *ещё*'],
  ['***Да*** и **так**'],
  ['*Check* in the *box*'],
  ['**see https://a.example/f**k off**'],
])('no stars hide letters inside emphasis: %s', (given) => {
  expect(maskStars(given)).toEqual([]);
});

test.each([
  ['* **He said f**k off** loudly.\n* Two.', [13, 14]],
  ['1. **said f**k off**\n2. **Да**', [11, 12]],
])('a list’s item is a text of its own: %j', (given, stars) => {
  expect(maskStars(given)).toEqual(stars);
});

test.each([
  ['**Он сказал: «Иди на х**»**', '**Он сказал: «Иди на х\\*\\*»**'],
  ['*Holy s****, he said*', '*Holy s\\*\\*\\*\\*, he said*'],
  ['**What a b*****d**', '**What a b\\*\\*\\*\\*\\*d**'],
  ['*Сука, бл***, как же так*', '*Сука, бл\\*\\*\\*, как же так*'],
  ['*Schüler*innen und Lehrer*innen streiken*', '*Schüler\\*innen und Lehrer\\*innen streiken*'],
  ['*Jede*r zahlt*', '*Jede\\*r zahlt*'],
  ['*Die Arzt*in* sagt.', '*Die Arzt\\*in* sagt.'],
])('stars at a word’s end and before its ending hide letters, too: %s', (given, parted) => {
  expect(partSigns(given).text).toBe(parted);
});

test('a writer is shown the line that they wrote, and one that is mended nowhere else', () => {
  const [misread] = inspectBody('> 100 people **said f**k off** today').misread;
  expect(misread).toMatchObject({
    written: '> 100 people **said f**k off** today',
    mended: '\\> 100 people **said f**k off** today',
  });
});

test('a long text takes time by its length', () => {
  const started = process.cpuUsage();
  maskStars('**f**k '.repeat(100_000));
  maskStars('a*'.repeat(300_000));
  maskStars('\n \n'.repeat(200_000));
  maskStars(`**${'a'.repeat(300_000)}**`);
  const { user } = process.cpuUsage(started);
  expect(user / 1_000).toBeLessThan(5_000);
});
