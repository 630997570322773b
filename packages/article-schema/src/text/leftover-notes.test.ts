import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspectBody } from '@tamizdat/body';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../front-matter/split.ts';
import { captionNotes, leftoverNotes, plainLeftoverNotes } from './leftover-notes.ts';

const notes = (markdown: string) => leftoverNotes(inspectBody(markdown).prose, markdown);

test.each([
  ['Вот: ![Кран](k.jpg "Завод "Прогресс".")', `Вот: ![Кран](k.jpg 'Завод "Прогресс".')`],
  ['See ![A crane](the crane.jpg)', 'See ![A crane](<the crane.jpg>)'],
  ['слово**«Прогресс»**слово', 'слово«**Прогресс**»слово'],
  ['**« a »**b', '« **a** »b'],
  ['__Завод__а', '**Завод**а'],
  ['Суд^[Решение от мая] решил', 'Суд (Решение от мая) решил'],
  ['**Завод **и H~2~O', '**Завод** и H<sub>2</sub>O'],
  ['слово*"Прогресс"* и', 'слово\\*"Прогресс"\\* и'],
  ['** Важно ** это', '**Важно** это'],
  ['##Заголовок', '## Заголовок'],
  ['[[завод]] закрыт', '[завод](/…) закрыт'],
  ['{{< figure src=a.jpg >}} x', 'x'],
  ['{% include a.html %} x', 'x'],
  ["'''Завод'''", '**Завод**'],
  ['== История ==', '## История'],
  ['это ==важно== знать', 'это важно знать'],
  ['вода H~2~O', 'вода H<sub>2</sub>O'],
  ['м^2^ жилья', 'м<sup>2</sup> жилья'],
  [':::note важно', undefined],
  ['h2. История', '## История'],
  ['h1. История', '## История'],
  ['h4. История', '#### История'],
  ['bq. Он сказал это.', '> Он сказал это.'],
  ['Il a dit **«\u00A0non\u00A0»**et', 'Il a dit «\u00A0**non**\u00A0»et'],
  ['*«\u202FBon\u202F»*dit-il', '«\u202F*Bon*\u202F»dit-il'],
  ['**« Прогресс »**и', '« **Прогресс** »и'],
  ['Он сказал**: «да»** и ушёл', 'Он сказал: «**да**» и ушёл'],
  ['He asked**: why now?** Nobody knew', 'He asked: **why now**? Nobody knew'],
  ['Цена**:** 5 рублей', 'Цена: 5 рублей'],
  ['«Медуза»**.** Всё', '«Медуза». Всё'],
  ['слово*,* и', 'слово, и'],
  ['и *курсив * тут', 'и *курсив* тут'],
  ['Важно ** тут', 'Важно \\*\\* тут'],
  ['**Важно, и не закрыто', '\\*\\*Важно, и не закрыто'],
  ['#Подзаголовок', '## Подзаголовок'],
  ['#Подзаголовок\n\nТекст.', '## Подзаголовок'],
  ['#ЧТО СЛУЧИЛОСЬ\n\nТекст.', '## ЧТО СЛУЧИЛОСЬ'],
  ['Текст.\n\n#Что случилось в Киеве?\n\nТекст.', '## Что случилось в Киеве?'],
  ['*[HTML]: язык', 'HTML — язык'],
  ['Термин\n: определение', 'Термин — определение'],
  [': определение', 'определение'],
  ['> [!NOTE] важно', '>  важно'],
  ['ура :smile: да', 'ура  да'],
  ['тайна ||спойлер|| тут', 'тайна спойлер тут'],
  ['Это [текст](https://example.org и так', 'Это [текст](https://example.org) и так'],
  ['Это (текст)[https://example.org] так', 'Это [текст](https://example.org) так'],
  ['| a | b |\n| 1 | 2 |', '| a | b |\n| --- | --- |'],
  ['• раз\n• два', '- раз'],
  ['\\— да', '— да'],
  ['a &amp;laquo;b', 'a «b'],
  ['Команда `ls -l без конца.', 'Команда `ls -l без конца.`'],
  ['Глава ``два без конца', 'Глава ``два без конца``'],
  ['п`ять хвилин', 'п’ять хвилин'],
  ['[caption id="a" width="3"]x[/caption]', undefined],
  ['[b]да[/b]', undefined],
  ['[отчёт] (https://example.org/) `{{x}}`', '[отчёт](https://example.org/) `{{x}}`'],
])('%j is told, with %j', (written, mended) => {
  const [first] = notes(written);
  expect(first).toMatchObject({ code: 'text-markup-printed' });
  expect(first?.at.line).toBe(written.startsWith('Текст.\n') ? 3 : 1);
  if (mended !== undefined) expect(first?.example).toBe(mended);
  if (mended !== undefined && !written.includes('\n')) expect(notes(mended)).toEqual([]);
});

test.each([
  '`![a](b "c "d"")` и `##x`',
  '\\`слово\\` и ``a`b``',
  '```\n##Заголовок [[x]] {{y}} **z **\n```',
  '    [[indented]] {{code}}',
  '\\*\\*текст\\*\\* и \\[\\[x\\]\\]',
  'Цена* — 5 * 3 = 15, #хештег, a_b_c, file_name, 2 < 3 > 1, [sic], [s]he, [...], Подпись ______',
  '[текст](https://example.org/a_(b) "T") и **жирный**, *курсив*, ~~нет~~',
  'в 12:30:45, a::b, 1~3~5, [1] https://example.org/b, [sic] `code code code`, if (a == b)',
  'https://example.org/a_b_c?x=**&y=[1]',
  '&laquo;Прогресс&raquo;&nbsp;— AT&T',
  'He added [more troops] and a [size] 10 shoe, [quote unquote], as the [video] shows.',
  '«F**k off," he said. "F**k you,"',
  '«Б**ть» — сказал он. «Б**ть»',
  '"Х**" и "Б**", „Sch**“ und „Sch**“',
  'По словам А***, она видела Б***',
  'Деревня N** и село М***',
  'Он сказал: «Х** вам». А потом: «Пошли вы на ***!»',
  '*** from one critic, ****',
  '«Открытая Россия»** признаны, как и «Дождь»**; "Холод"**, (Медуза)**',
  'Meta**, Facebook** и Instagram**. Дождь**. «Медуза»*,** и Холод**; ОВД-Инфо**',
  'Дети *до 16 лет *после, 2 *a + b * c, 5 *x * 3',
  '5*(2+3)*4, 2**3**4, Цена 5%** и 6%**',
  '#война идёт третий год, и #мир далеко',
  'Люди пишут #НетВойне и #Мир.',
  'Текст.\n\n#Война #Мир',
  'Текст.\n\n#Украина',
  'Текст.\n\n#МойПуть\n\nТекст.',
  '#Киев сегодня снова обстреляли.',
  'Он сказал : да, 12:30, :)',
  '«Дождь»*, «Медуза»*, «Холод»*; Wähler*innen und Politiker*innen; M*A*S*H',
  '«П***ц», — сказал он. «Полный п***ц», — ответила она. P***n, dit-il. P***n!',
  'Он сказал «***» и ещё раз «***»; "***" and (***), «__» и «__» мая',
  '#СВО идёт третий год\n\nТекст.',
  '#NATO summit opens in Vilnius\n\nText.',
  '#ЯМЫ Иван Голунов\n\nТекст.',
  '8 (900) ***-**-12 и ***-**-34, +7 900 45** ***123, 4276-****-****-1234',
])('no false alarm: %j', (written) => {
  expect(notes(written)).toEqual([]);
});

test('whatever quotation marks a language has, what is proposed for them is emphasis', () => {
  const quotes = ['«%»', '«\u00A0%\u00A0»', '«\u202F%\u202F»', '« % »', '„%“', '„%”', '“%”', '»%«'];
  for (const marks of [...quotes, '‹%›', '‘%’', '‚%‘', '「%」', '(%)', '¿%?', '%!'])
    for (const sign of ['*', '**', '***'])
      for (const end of ['и', 'et'])
        for (const start of ['', 'Он ', 'Il a dit ']) {
          const line = `${start}${sign}${marks.replace('%', 'non bon')}${sign}${end}`;
          for (const { example = '' } of notes(line)) {
            expect([line, example, /(?<!\\)\*/.test(inspectBody(example).prose)]).toEqual([
              line,
              example,
              false,
            ]);
            expect(example.replaceAll(/\\?\*/g, '')).toBe(line.replaceAll('*', ''));
          }
        }
  expect(notes('**«\u00A0non\u00A0»**et')).toHaveLength(1);
});

test('a headline keeps its stars', () => {
  for (const line of [
    '"F**k off," he said. "F**k you,"',
    'А*** видела Б***',
    '«Дождь»** и «Холод»**',
  ])
    expect(plainLeftoverNotes(line)).toEqual([]);
  expect(plainLeftoverNotes('Б**ть &laquo;да&raquo;')[0]?.example).toBe('Б**ть «да»');
  expect(plainLeftoverNotes('bq. Цитата')[0]?.example).toBe('Цитата');
  expect(plainLeftoverNotes('#Свободу политзаключённым')).toEqual([]);
});

test('a picture of any letters with a gap between its brackets is an error', () => {
  for (const text of ['![Кран] (kran.jpg)', '![Кран] (кран.jpg)', '![K] (p.jpg)'])
    expect(notes(text)).toMatchObject([{ severity: 'error' }]);
});

test('nothing of the sample is told', () => {
  const content = path.resolve(import.meta.dirname, '../../../../content');
  const files = globSync('{articles,pages,appeals}/**/*.md', { cwd: content });
  expect(files.length).toBeGreaterThan(90);
  for (const file of files) {
    const { body } = splitFrontMatter(readFileSync(path.join(content, file), 'utf8'));
    const facts = inspectBody(body);
    expect([file, leftoverNotes(facts.prose), facts.misread]).toEqual([file, [], []]);
  }
});

test.each([
  ['Завод &laquo;Прогресс&raquo; **закрыт**', 'Завод «Прогресс» закрыт'],
  ['A **bold** headline', 'A bold headline'],
  ['A [link](https://a.example/)', 'A link'],
  ['5 \\* 3', '5 * 3'],
  ['Завод &laquoПрогресс&raquo закрыт', 'Завод «Прогресс» закрыт'],
  ['The &laquox&raquo plant &nbsp today', 'The «x» plant today'],
  ['Суд[^1] решил', 'Суд решил'],
  ['Вода H<sub>2</sub>O и м<sup>2</sup>', 'Вода H2O и м2'],
  ['Вода H~2~O', 'Вода H2O'],
  ['\\<b>всех\\</b> и каждого', 'всех и каждого'],
  ['Про [[завод|фабрику]] и [[суд]]', 'Про фабрику и суд'],
  ["'''Завод''' и ==важно==", 'Завод и важно'],
  ['## Заголовок', 'Заголовок'],
  ['##Заголовок', 'Заголовок'],
  ['== История ==', 'История'],
  ['Код `ls -l', 'Код ls -l'],
  ['![Кран](kran.jpg «Вид»){width=300} ночью', 'Кран ночью'],
  ['[b]да[/b] и **нет', 'да и нет'],
  ['(Текст)[https://example.org/a]', 'Текст'],
  ['Текст<br />дальше и <a href="/">тут</a>', 'Текстдальше и тут'],
])('in a plain field, %j', (written, mended) => {
  expect(plainLeftoverNotes(written)[0]?.example).toBe(mended);
  expect(plainLeftoverNotes(mended)).toEqual([]);
});

test('in the caption of a picture, which is no Markdown', () => {
  const [image] = inspectBody('Да.\n\n![Кран](a.jpg "Вид на **завод** &laquo;Юг&raquo;")').images;
  if (image === undefined) throw new Error('no picture was found');
  expect(captionNotes(image)).toMatchObject([{ at: { line: 3 }, example: 'Вид на завод «Юг»' }]);
  expect(captionNotes({ title: 'Вид на «Юг», 5 * 3', at: image.at })).toEqual([]);
});

test('a plain field keeps what is meant', () => {
  for (const line of [
    'AT&T and R&D; x',
    '«Дождь»* и «Медуза»*, 5%* и 6%*',
    'Wähler*innen und Politiker*innen',
    'M*A*S*H kehrt zurück',
    '«П***ц» и «полный п***ц», «***» и «***»',
    '5 * 3 * 2',
    'snake_case_name',
    'C:\\Users',
    '#мойпуть',
    'a=1&region=2',
    '2 < 3',
    '[sic]',
  ])
    expect(plainLeftoverNotes(line)).toEqual([]);
});

test('a long text of marks takes no longer than its length', () => {
  const start = process.threadCpuUsage();
  for (const mark of ['[', '**a', '| ', '{{', "'''", '_a', '![a](', '&amp;'])
    leftoverNotes(mark.repeat(10_000));
  // Microseconds that this thread computed, whatever else the machine does.
  expect(process.threadCpuUsage(start).user).toBeLessThan(10_000_000);
});
