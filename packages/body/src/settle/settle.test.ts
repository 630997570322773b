import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../parse.ts';
import { renderBody } from '../render/render-body.ts';
import { sampleOptions } from '../../testing/sample-options.ts';
import { textOfBody } from '../text.ts';
import { addressLength } from './bare-addresses.ts';

const render = (markdown: string): string => renderBody(markdown, sampleOptions());
const misreadOf = (markdown: string) => {
  const parsed = parseBody(markdown);
  if (!parsed.ok) throw new Error(parsed.refusal.reason.en);
  return parsed.body.misread;
};

describe('what a line begins with is printed', () => {
  test.each([
    ['years', '1991. Завод открыли.\n\n1998. Его купил банк.\n\n2004. Его закрыли.'],
    ['days', '1. Januar: Wahl.\n2. Februar: Ergebnis.'],
    ['days that go on', '1. ledna přišel.\n\n2. ledna odešel.'],
    ['years in a row', '1991. One.\n1992. Two.'],
    ['years behind a bracket', '1991) One.\n\n1995) Two.'],
    ['a day of German', '24. Februar 2022 begann der Krieg.'],
    ['a first of May', '1. Mai 2024, Leipzig.'],
    ['places that are shared', '1. Anna\n1. Boris\n3. Vera'],
    ['a countdown', '3. Drei\n2. Zwei\n1. Eins'],
    ['numbers before what is no paragraph', '4. # Vier\n2. Zwei'],
    ['a minus', '- 15 градусов ночью.'],
    ['a plus', '+ 5 degrees by day.'],
    ['two signs', '- 15 ночью\n+ 3 днём'],
    ['a star of a note', '* По курсу на 22 ноября.'],
    ['a reply', '- Вы видели? - спросил следователь.\n- Нет.'],
    ['in a quotation', '> - Anna Petrova, witness'],
    ['a date with spaces', '24. 02. 2022 началась война.'],
    ['a reply in Hebrew', '- ראית? - שאל החוקר.\n- לא.'],
    ['in a note', 'x[^a]\n\n[^a]: 1998. A year.'],
  ])('%s', (_what, written) => {
    const shown = render(written)
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\s+/g, ' ');
    for (const line of written.replaceAll(/^(?:> |x?\[\^a\]:? ?)|# /gm, '').split(/\n+/))
      expect(shown).toContain(line);
  });

  test('as paragraphs, in plain text and for search alike', () => {
    const written = '1991. Завод открыли.\n\n1998. Его купили.\n\n2004. Его закрыли.';
    expect(render(written)).toBe(
      '<p>1991. Завод открыли.</p>\n<p>1998. Его купили.</p>\n<p>2004. Его закрыли.</p>',
    );
    expect(textOfBody(written)).toBe(written);
  });

  test('within the sentence that it goes on with', () => {
    expect(render('Ночью было\n- 15 градусов.')).toBe('<p>Ночью было\n- 15 градусов.</p>');
    expect(render('Было холодно.\n- 15 градусов.')).toBe(
      '<p>Было холодно.</p>\n<p>- 15 градусов.</p>',
    );
  });
});

test.each([
  ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
  ['7. a\n8. b', '<ol start="7"><li>a</li><li>b</li></ol>'],
  ['1. Q\n\nA\n\n2. Q', '<ol><li>Q</li></ol>\n<p>A</p>\n<ol start="2"><li>Q</li></ol>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['+ a\n+ b', '<ul><li>a</li><li>b</li></ul>'],
  ['- 15 человек\n- 3 машины', '<ul><li>15 человек</li><li>3 машины</li></ul>'],
  [
    '- «Прогресс» — завод\n- «Север» — банк',
    '<ul><li>«Прогресс» — завод</li><li>«Север» — банк</li></ul>',
  ],
  ['- 1991. a\n- 1998. b', '<ul><li>1991. a</li><li>1998. b</li></ul>'],
  ['24. 02. 2022 a\n25. 02. 2022 b', '<ol start="24"><li>02. 2022 a</li><li>02. 2022 b</li></ol>'],
  ['1. - a\n   - b\n2. c', '<ol><li><ul><li>a</li><li>b</li></ul></li><li>c</li></ol>'],
  ['- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
  ['- [x] a', '<ul><li>☑ a</li></ul>'],
  ['- a\n  b\n- c', '<ul><li>a\nb</li><li>c</li></ul>'],
  ['- x\n- Долгая строка,\nчто идёт', '<ul><li>x</li><li>Долгая строка,\nчто идёт</li></ul>'],
  ['> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
  ['> - x\n> - a\n>   B', '<blockquote><ul><li>x</li><li>a\nB</li></ul></blockquote>'],
  ['- > a\n  > b', '<ul><li><blockquote><p>a\nb</p></blockquote></li></ul>'],
  ['- a\n  - 15 человек\n- b', '<ul><li>a<ul><li>15 человек</li></ul></li><li>b</li></ul>'],
  ['1. a\n   1. b\n2. c', '<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>'],
  ['- 12 % опрошенных\n- 30 % женщин', '<ul><li>12 % опрошенных</li><li>30 % женщин</li></ul>'],
  ['Москва\n— столица', '<p>Москва\n— столица</p>'],
  [
    '> 100 человек пришли.\n> Они ушли.',
    '<blockquote><p>100 человек пришли.\nОни ушли.</p></blockquote>',
  ],
  ['x[^a]\n\n[^a]: b\n    c', undefined],
])('what is a list stays one: %j', (written, html) => {
  if (html !== undefined) expect(render(written)).toBe(html);
  expect(misreadOf(written)).toEqual([]);
});

test.each([
  ['list-repeats', '1. a\n1. b\n1. c', '2. b'],
  ['list-leaps', '1. a\n2. b\n4. c', '3. c'],
  ['list-leaps', '24. Februar, Kyjiw.\n\n26. Februar, Moskau.', '26\\. Februar, Moskau.'],
  ['list-leaps', '100. Сто дней.\n200. Двести.', '\n200\\. Двести.'],
  ['lone-minus', '- 15 градусов', '−15 градусов'],
  ['lone-plus', '+ 5 градусов', '+5 градусов'],
  ['lone-star', '* По курсу', '\\* По курсу'],
  ['lone-dash', '- Да.', '— Да.'],
  ['speech', '- Вы видели? - спросил он.', '— Вы видели? — спросил он.'],
  ['speech', '- Чули? - запитав слідчий.', '— Чули? — запитав слідчий.'],
  ['speech', '- Widział pan? - zapytał śledczy.', '— Widział pan? — zapytał śledczy.'],
  ['speech', '- ¿Lo vio? - preguntó el juez.', '— ¿Lo vio? — preguntó el juez.'],
  ['speech', '- Viděl jste to? - zeptal se.', '— Viděl jste to? — zeptal se.'],
  ['speech', '- Gördünüz mü? - diye sordu.', '— Gördünüz mü? — diye sordu.'],
  ['speech', '- Ați văzut, - spuse el.', '— Ați văzut, — spuse el.'],
  ['speech-perhaps', '- Vous avez vu ?\n- Non.', '— Vous avez vu ?'],
  [
    'speech-perhaps',
    '- Vous avez vu ? demanda le juge.\n- Oui.',
    '— Vous avez vu ? demanda le juge.',
  ],
  ['speech-perhaps', '- Non.\n- Pourquoi ?', '— Non.'],
  ['minus-perhaps', '- 3,5 %\n- 20 %', '−3,5 %'],
  ['minus-perhaps', '- 15 градусов ночью\n- 7 градусов днём', '−15 градусов ночью'],
  ['speech-joined', '— Вы видели?\n— Нет.', '\n— Нет.'],
  ['speech', '- ¿Lo vio? -preguntó el juez.', '—¿Lo vio? —preguntó el juez.'],
  ['speech', '- No lo sé -dijo Ana-. Pregunte.\n- Lo haré.', '—No lo sé —dijo Ana—. Pregunte.'],
  ['speech', '- Não sei -disse Ana.', '—Não sei —disse Ana.'],
  ['speech', '- Non lo so - disse Anna. - Chieda.\n- Sì.', '— Non lo so — disse Anna. — Chieda.'],
  ['speech', '- Nie wiem. - Anna wstała. - Tak.\n- No.', '— Nie wiem. — Anna wstała. — Tak.'],
  ['speech', '- Tak - powiedział.\n- Nie.', '— Tak — powiedział.'],
  ['speech', '- Не знаю -ответила Анна.\n- Да.', '—Не знаю —ответила Анна.'],
  ['speech-perhaps', '- Non, dit Anne.\n- Oui.', '— Non, dit Anne.'],
  ['speech', '- هل رأيته؟ - سأل القاضي.\n- لا.', '— هل رأيته؟ — سأل القاضي.'],
  ['speech', '- لا، - قال الشاهد.', '— لا، — قال الشاهد.'],
  ['speech-perhaps', '- هل رأيته؟\n- لا.', '— هل رأيته؟'],
  ['speech-perhaps', '- لا، - همس.\n- حسنا.', '— لا، — همس.'],
  ['speech', '- Το είδατε; - ψιθύρισε.\n- Όχι.', '— Το είδατε; — ψιθύρισε.'],
  ['speech-perhaps', '- Το είδατε;\n- Όχι.', '— Το είδατε;'],
  ['speech', '- Տեսա՞ք։ - շշնջաց նա։\n- Ոչ։', '— Տեսա՞ք։ — շշնջաց նա։'],
  ['speech-perhaps', '- Դուք տեսա՞ք։\n- Ոչ։', '— Դուք տեսա՞ք։'],
  ['speech', '- አየህ፧ - ዳኛው ጠየቀ።\n- አይ።', '— አየህ፧ — ዳኛው ጠየቀ።'],
  ['speech-perhaps', '- 你看见了吗？\n- 没有。', '— 你看见了吗？'],
  ['speech-joined', '— هل رأيته؟\n— لا.', '\n— لا.'],
  ['speech', '- Вы видели? - процедил он.\n- Нет.', '— Вы видели? — процедил он.'],
  ['speech-glued', '-¿Vio usted? -preguntó el juez.', '—¿Vio usted? —preguntó el juez.'],
  ['speech-glued', '-Tak - powiedział.', '— Tak — powiedział.'],
  ['speech-glued', '-Да, - сказал он.', '— Да, — сказал он.'],
  ['speech-glued', '-Oui.', '— Oui.'],
  ['minus-perhaps', '- 12 % к прошлому году\n- 3,1 % к позапрошлому', '−12 % к прошлому году'],
  ['minus-perhaps', '- 3,5 % в понедельник\n- 1,2 % во вторник', '−3,5 % в понедельник'],
  ['minus-perhaps', '- 3 % за год\n- 1 % до 2025 года', '−3 % за год'],
  ['minus-perhaps', '- 3% over the year\n- 1% from a year earlier', '−3% over the year'],
  ['minus-perhaps', '- 3 per cent in May\n- 5 per cent in June', '−3 per cent in May'],
  ['lone-minus', '- 5 % в ноябре', '−5 % в ноябре'],
  ['lone-minus', '- 3 процента за год', '−3 процента за год'],
  ['lone-minus', '- 3% on the year', '−3% on the year'],
  ['minus-perhaps', '- 12% compared with May\n- 3% from April', '−12% compared with May'],
  ['lone-minus', '- Погода\n\n  - 15 градусов\n- Дороги', '−15 градусов'],
  ['lone-plus', '1. Ночь\n   + 5 градусов\n2. День', '+5 градусов'],
  ['minus-perhaps', '> - a\n>   - 15 °C\n>   - 7 °C', '−15 °C'],
  ['speech', '1. Допрос\n   - Видели? - спросил он.\n2. b', '— Видели? — спросил он.'],
  ['list-leaps', '1. a\n\n   12. b\n\n   15. c\n2. d', '15\\. c'],
  ['list-repeats', '- a\n  1. b\n  1. c', '2. c'],
  ['more-than', '> 100 человек', '\\> 100 человек'],
  ['more-than', '>100 человек пришли,\nа потом ушли.', '\\>100 человек пришли,'],
  ['more-than', '- a\n\n  >= 5 %\nb', '\\>= 5 %'],
  ['lazy-quote', '> Мы всё сделали.\n— Министр', '\n— Министр'],
  ['lazy-quote', '> We deny everything.\nThe ministry', '\nThe ministry'],
  ['lazy-quote', '> a\n> > b\n> C', '\nC'],
  ['lazy-quote', '> - a\n> - b\nB', '\nB'],
  ['lazy-item', '- Иванов\n- Петров\nСидоров выжил.', '\nСидоров выжил.'],
  ['lazy-item', '- Killed: 3\n- Hurt: 4.\nthe army denies it.', '\nthe army denies it.'],
  ['lazy-item', '1. a\n2. b\nИтого два.', '\nИтого два.'],
  ['lazy-item', '- a\n  - b\n  C', '\nC'],
  ['lazy-item', '- Где вы были?\nОна ответила:\n- Дома.', '\nОна ответила:'],
  ['lazy-item', '* قتلى: 3\n* جرحى: 4\nالجيش ينفي.', '\nالجيش ينفي.'],
  ['lazy-note', 'x[^a]\n\n[^a]: Доклад.\nРедакция.', '\nРедакция.'],
  ['items-joined', '– один\n– два', '\n– два'],
  ['items-joined', 'Итог:\nа) Первое\nб) Второе', '\nа) Первое'],
  ['items-joined', '1.Первое\n2.Второе', '\n2.Второе'],
  ['items-joined', 'Итог:\n2. Второе\n3. Третье', '\n2. Второе'],
  ['items-joined', '-15 градусов\n-20 градусов', '\n-20 градусов'],
  ['items-joined', '- a\n  1991. b\n  1998. c\n- d', '\n  1991. b'],
  ['items-joined', '> а) b\n> б) c', '\n> б) c'],
  ['items-joined', '(1) one\n(2) two', '\n(2) two'],
  ['underlined', 'Суд ушёл.\n---\nДа.', 'Суд ушёл.\n\n---'],
  ['indented', '    Завод открыли в том году.', 'Завод открыли в том году.'],
  ['indented', '    — Нет.', '— Нет.'],
  ['indented', '    рост 5 % за год', 'рост 5 % за год'],
  ['indented', '    The mayor said “no” to 50% of it.', 'The mayor said “no” to 50% of it.'],
])('%s is told with the line as it would be right: %j', (kind, written, mended) => {
  const [first] = misreadOf(written);
  expect(first).toMatchObject({ kind, mended });
  const { offset = 0, written: line = '' } = first ?? {};
  const right = written.slice(0, offset) + mended + written.slice(offset + line.length);
  expect(misreadOf(right).filter((each) => each.offset === offset)).toEqual([]);
});

test.each([
  '- 12 % сахара\n- 3 % соли',
  '- 12 % - сахар\n- 3 % - соль',
  '- 40 % опрошенных против\n- 12 % не знают',
  '- 40 % в Москве\n- 12 % в сёлах',
  '- 62% за Иванова\n- 21% за Петрова',
  '- 40% from oil and gas\n- 20% from taxes',
  '- 51% against the war\n- 30% over 65',
  '- 20% до 30 лет\n- 35% до 50 лет',
  '- 60% contre la réforme\n- 30% od mladých',
  '- 40 percent of voters\n- 12 percent in the south',
])('shares of something are a list, and nothing is told: %j', (written) => {
  expect(misreadOf(written)).toEqual([]);
  expect(render(written)).toMatch(/^<ul>/);
});

test.each([
  ['![Кран](kran.jpg "Вид на завод "Прогресс".")', 'kran.jpg', 'Вид на завод "Прогресс".'],
  [
    '![Кран [1987]](kran.jpg "Вид [архив] на "Прогресс" (юг).")',
    'kran.jpg',
    'Вид [архив] на "Прогресс" (юг).',
  ],
  ['![Кран](kran.jpg «Вид на завод»)', 'kran.jpg', 'Вид на завод'],
  ['![Kran](kran.jpg „Blick auf „Werk“ dort“)', 'kran.jpg', 'Blick auf „Werk“ dort'],
  ["![Crane](kran.jpg 'The 'third' pier')", 'kran.jpg', "The 'third' pier"],
  ['![Crane](kran.jpg (Seen (from above) twice))', 'kran.jpg', 'Seen (from above) twice'],
  [
    '![Кран](kran.jpg "На *доме* "Юг" https://a.example/")',
    'kran.jpg',
    'На *доме* "Юг" https://a.example/',
  ],
  ['![Кран](kran.jpg "На доме\n"Юг"")', 'kran.jpg', 'На доме "Юг"'],
  ['![A crane](the old crane.jpg "By night")', 'the old crane.jpg', 'By night'],
  [
    '![A crane](<crane.jpg> "The "third" pier, \\"left\\"")',
    'crane.jpg',
    'The "third" pier, "left"',
  ],
])('a picture is one, whatever its caption and its name hold: %s', (written, file, title) => {
  expect(render(written)).toBe(
    `<figure><img src="${file}"><figcaption>${title}</figcaption></figure>`,
  );
});

test.each(['![A](a.jpg «x[^1]»)\n\n[^1]: N', '![A](a.jpg "x ![B](b.jpg) "y"")'])(
  'a note or picture in what looks like a caption is not lost: %s',
  (written) => {
    expect(render(written)).toContain(written.includes('[^1]') ? 'href="#n-1"' : 'src="b.jpg"');
  },
);

test('nor does one inside another, or inside what is bold', () => {
  expect(render('Файлы ~/bin и ~/lib. H~2~O, ~a ~~b~~ c~, **d ~e~ f**')).toBe(
    '<p>Файлы ~/bin и ~/lib. H~2~O, ~a <del>b</del> c~, <strong>d ~e~ f</strong></p>',
  );
});

test('one tilde strikes nothing out', () => {
  expect(render('Ночью 1~3 градуса, днём 5~7, ~~нет~~, ~~a~b~~')).toBe(
    '<p>Ночью 1~3 градуса, днём 5~7, <del>нет</del>, <del>a~b</del></p>',
  );
});

test.each([
  ['**He said f**k off** and left.', '<strong>He said f**k off</strong> and left.'],
  ['**He said f**k off and s**t happens**', '<strong>He said f**k off and s**t happens</strong>'],
  ['**Иди на х**й и б**дь** — да', '<strong>Иди на х**й и б**дь</strong> — да'],
  [
    '**F**k off**, **"F**k off," he said.**',
    '<strong>F**k off</strong>, <strong>"F**k off," he said.</strong>',
  ],
  ['**Сказал: п**ц**, и **ушёл**.', '<strong>Сказал: п**ц</strong>, и <strong>ушёл</strong>.'],
  ['**Он сказал б**дь &mdash; и ушёл**', '<strong>Он сказал б**дь — и ушёл</strong>'],
  [
    '**Сказал «б**дь» [в эфире](https://a.example/) и ушёл**',
    '<strong>Сказал «б**дь» <a href="https://a.example/">в эфире</a> и ушёл</strong>',
  ],
  ['**He called her a b**ch and a w***e.**', '<strong>He called her a b**ch and a w***e.</strong>'],
  ['**Сказал: «б***ь»** он', '<strong>Сказал: «б***ь»</strong> он'],
  ['*П***ц*', '<em>П***ц</em>'],
  [
    'Не **за**мок, а за**мок**: **sm**oke и f**og**',
    'Не <strong>за</strong>мок, а за<strong>мок</strong>: <strong>sm</strong>oke и f<strong>og</strong>',
  ],
  ['x **y** не**видимый** п**ц', 'x <strong>y</strong> не<strong>видимый</strong> п**ц'],
  ['*He said: what the f*ck is going on*', '<em>He said: what the f*ck is going on</em>'],
  [
    '**New York**er, **Los Angeles**ites',
    '<strong>New York</strong>er, <strong>Los Angeles</strong>ites',
  ],
  ['**Red Sox**es won', '<strong>Red Sox</strong>es won'],
  ['**It is\\* f**k off** and', '<strong>It is* f**k off</strong> and'],
  [
    '**Письмо Иванов**у передали «Дождь»** и «Медуза»*.',
    '<strong>Письмо Иванов</strong>у передали «Дождь»** и «Медуза»*.',
  ],
])('bold ends where it was to end: %s', (written, shown) => {
  expect(render(written)).toBe(`<p>${shown}</p>`);
});

test.each([
  ['`**f**k**` and **f**k off**'],
  ['    **f**k off**'],
  ['```\n**f**k off**\n\n**f**k off**\n```'],
  ['**see https://a.example/f**k off**'],
])('where signs mean themselves, none is taken for another: %j', (written) => {
  expect(render(written)).not.toContain('\\');
});

test.each([
  ["https://a.example/wiki/McDonald's", "https://a.example/wiki/McDonald's"],
  ['https://a.example/Big_Moody’s, so', 'https://a.example/Big_Moody’s'],
  ["https://a.example/report's authors", 'https://a.example/report'],
  ["https://Example.org's", 'https://Example.org'],
  ["https://t.me/Navalny's post", 'https://t.me/Navalny'],
  ['https://x.example/Bellingcat’s thread', 'https://x.example/Bellingcat'],
  ["https://en.example/wiki/St._Paul's", "https://en.example/wiki/St._Paul's"],
  ["https://a.example/Putin's%20palace.pdf", "https://a.example/Putin's%20palace.pdf"],
  ["https://a.example/men's.html and", "https://a.example/men's.html"],
  ["https://a.example/?q=putin's+palace", "https://a.example/?q=putin's+palace"],
])('an address keeps the name in its path and no possessor: %s', (written, address) => {
  expect(render(written)).toContain(`>${address}</a>`);
});

test('a star between digits multiplies', () => {
  expect(render('2*3*4 = 24, 5*7 и 3*4, 2**10**3, а*б*в и 5*')).toBe(
    '<p>2*3*4 = 24, 5*7 и 3*4, 2**10**3, а<em>б</em>в и 5*</p>',
  );
});

test.each([
  '«Дождь»*, «Медуза»*, «Холод»*.',
  'Wähler*innen und Politiker*innen',
  'That sh*t, he said, is f*cked. A bulls**t of f**k',
  '5%*, 6%*',
  '2*x + 3*y',
  'Instagram (*), Facebook (*)',
  '«П***ц», — сказал он. «Полный п***ц», — ответила она.',
  'П***ць, сказав він. Повний п***ць.',
  '„Sch***e“, sagte er. „So eine Sch***e“, sagte sie.',
  'P***n, dit-il. P***n !',
  's***t, f**k',
  'п*****ц и п*****ц',
  'Он сказал «***» и ещё раз «***».',
  '„***“, sagte er. „***“ und »***«, sagte sie. »***«',
  '"***" he said, "***" she said, (***) and (***)',
  '***йня, сказал он про «***».',
  '«__» и «__» _______ 2024',
  '8 (900) ***-**-12 и 8 (901) ***-**-34',
  '***-**-12 и ***-**-34',
  '+7 900 45** ***123 и +7 901 45** ***124',
  '4276-****-****-1234 и 4276-12**-****-12**',
])('stars behind words are printed: %s', (text) => {
  expect(render(text)).toBe(`<p>${text}</p>`);
});

test.each([
  ["l’*affaire* et L'*Aurore*", "<p>l’<em>affaire</em> et L'<em>Aurore</em></p>"],
  [
    'не*видимый* (*там*) «*Дождь*» — *да*',
    '<p>не<em>видимый</em> (<em>там</em>) «<em>Дождь</em>» — <em>да</em></p>',
  ],
  [
    '**Да**, **«нет»** и ***оба***',
    '<p><strong>Да</strong>, <strong>«нет»</strong> и <em><strong>оба</strong></em></p>',
  ],
  [
    '*"a"*, *“b”*, *»c«*, *”d”*, *« e »*, *"...f"*, *(g)*, **— h**',
    '<p><em>"a"</em>, <em>“b”</em>, <em>»c«</em>, <em>”d”</em>, <em>« e »</em>, <em>"...f"</em>, <em>(g)</em>, <strong>— h</strong></p>',
  ],
  [
    '**a***b*, ***c** d*, *e **f***, сл***ов***о',
    '<p><strong>a</strong><em>b</em>, <em><strong>c</strong> d</em>, <em>e <strong>f</strong></em>, сл<em><strong>ов</strong></em>о</p>',
  ],
  ['***Признан** кем-то', '<p>*<strong>Признан</strong> кем-то</p>'],
  ['**«Дождь»*** и \\***«Дом»**', '<p><strong>«Дождь»</strong>* и *<strong>«Дом»</strong></p>'],
])('stars that emphasise are not: %s', (text, html) => {
  expect(render(text)).toBe(html);
});

test.each([
  '- Иванов - ответственный секретарь\n- Петров - спросите его',
  '- Киев - ответный удар\n- Школы - питание',
  '- Russia - sanctions\n- Ukraine - grid',
  '- Berlin - der Senat\n- Bonn - die Post',
  '- Italie - crise\n- Renault - sortie',
  '- España - crisis\n- El abogado lo negó -según El País- ayer',
  '- Warszawa - dodatkowe środki\n- b',
  '- справка - добавить печать\n- заявление',
])(
  'a list whose items explain themselves behind a dash stays one, and nothing is told: %j',
  (text) => {
    expect(misreadOf(text)).toEqual([]);
    expect(render(text)).toMatch(/^<ul>/);
  },
);

test.each([
  '    sudo apt install tor',
  '    const a = [b, c];',
  '    curl https://a.example/x',
  '    if (a == b) { return c; } // да',
])('code behind four spaces is code: %s', (text) => {
  expect(misreadOf(text)).toEqual([]);
});

test('paragraphs that were pasted with their indents are told, by their first line', () => {
  const text = '    Первый абзац, 5 %.\n    Второй абзац[^1] со [ссылкой](/ru/a.html).';
  expect(misreadOf(text)).toMatchObject([{ kind: 'indented', mended: 'Первый абзац, 5 %.' }]);
});

test.each([
  ['with a dash behind a comma', '- 11:00, малый зал, - дискуссия\n- 12:00, обед'],
  ['of quotations', '- «Уехал, — говорит Мария, — и не жалею».\n- «Остался», — говорит Пётр.'],
  ['of links to them', '- [«Уехал, — говорит](/ru/a.html)\n- [«Остался», — говорит](/ru/b.html)'],
  ['whose items end as a list’s do', '- Петров — судья, — сказали в суде;\n- Иванов — прокурор.'],
  ['of questions', '- Кто стрелял?\n- Зачем приехали? — шёпотом.'],
  ['with a question that goes on', '- Суд\n- Зачем приехали? — и так далее.'],
])('a list %s stays one, and is told', (_what, text) => {
  expect(misreadOf(text)).toMatchObject([{ kind: 'speech-perhaps' }, { kind: 'speech-perhaps' }]);
  expect(render(text)).toMatch(/^<ul>/);
});

test('a sign that opens where it was to close is told, with a space behind it', () => {
  expect(misreadOf('**Кто решил?**Он **не** сказал**.')).toMatchObject([
    { kind: 'emphasis-nested', mended: '**Кто решил?** Он **не** сказал**.' },
  ]);
  expect(misreadOf('***оба** один* и **a *b* c**')).toEqual([]);
});

describe('a typed address ends before the mark that closes around it', () => {
  const marks =
    '» ” ’ “ ‘ › ） 」 』 】 》 〉 ］ ｝ ؟ ، ؛ 。 ， 、 ！ ？ ： … । ॥ ። ։ ‽ " \' ] ; , . ! ? ) ` — – | ´ \u200f \u200e \u200b \u00ad';
  test.each(marks.split(' '))('%s', (mark) => {
    const address = 'https://example.org/doklad';
    expect(addressLength(address + mark)).toBe(address.length);
    expect(addressLength(`${address}${mark}.`)).toBe(address.length);
    expect(render(`x ${address}${mark} y`)).toContain(`<a href="${address}">${address}</a>`);
  });

  test.each([
    ['https://ru.wikipedia.org/wiki/«Прогресс»_(завод)', ''],
    ['https://en.wikipedia.org/wiki/O’Sullivan', ''],
    ['https://ja.wikipedia.org/wiki/東京', '」で'],
    ['https://example.org/a_b-c~d/?q=1&r=%20#e', ''],
    ['https://x.com/meduza_', ' и'],
    ['https://x.com/meduza_', ', и'],
    ['https://youtu.be/dQw4w9WgX__', '».'],
    ['https://t.me/a_', ').'],
    ['https://example.org/a', '»[^1]'],
    ['https://example.org/a', '[^1]'],
    ['https://example.org/a', '—it'],
    ['https://example.org/a', '’s'],
    ['https://example.org/a', "'s, and"],
    ['https://example.org/O’Sullivan’s_a', '’s'],
    ['https://example.org/a', '―it'],
    ['https://meduza.io', '’s'],
    ['https://meduza.io', "'s"],
    ['https://meduza.io', "'nun"],
    ['www.bellingcat.com', '’s'],
    ['https://bellingcat.com', '—the investigators—'],
    ['https://meduza.io', '–https://a.example'],
    ['https://ovdinfo.org', '‑то'],
    ['https://ovdinfo.org', '-то'],
    ['https://example.org', '²'],
    ['https://example.org:8080', '’s'],
    ['https://example.org?a=b', '’s'],
    ['https://xn--e1afmkfd.xn--p1ai', '’s'],
    ['https://my-site.пример.рф', '»'],
    ['https://a_b.example.org/x', ''],
    ['https://a:b-c@example.org/x', ''],
    ['https://[2001:db8::1]:80/x', ''],
    ['https://localhost-a/x', ''],
    ['https://en.wikipedia.org/wiki/2019–20_season', '—'],
  ])('%s and no less', (address, behind) => {
    expect(addressLength(address + behind)).toBe(address.length);
  });

  test.each(['см. %. Да', '[%]', '%', '%(b)'])('and a bracket that it opened: %j', (around) => {
    const address = 'https://a.example/x[1]';
    const link = `<a href="${address}">${address}</a>`;
    expect(render(around.replace('%', address))).toBe(`<p>${around.replace('%', link)}</p>`);
  });

  test('and a note behind it stays a note', () => {
    expect(
      render('https://a.example/x»[^a], https://a.example/y[^b]\n\n[^a]: A\n\n[^b]: B'),
    ).toMatch(
      /^<p><a href="https:\/\/a.example\/x">[^<]*<\/a>»<sup><a[^>]*>1<\/a><\/sup>, <a href="https:\/\/a.example\/y">[^<]*<\/a><sup><a[^>]*>2<\/a><\/sup><\/p>/,
    );
  });

  test('and words that only begin as one are words', () => {
    for (const words of [
      '(http://…)',
      'https://***',
      'www.»',
      'http://[адрес]',
      'На www. и всё',
      'www..',
    ])
      expect(render(words)).toBe(`<p>${words}</p>`);
  });
});

test('no letter is lost or added, whatever lines begin with', () => {
  const lines = fc.constantFrom(
    ...'1991. a|1. b|1. c|- d|+ 5 e|* f|- g? - h|> 7||i~j~k|«https://Ж.Ж/» l|  - m|3) n'.split('|'),
  );
  const lettersOf = (text: string) => text.match(/[a-n]/g) ?? [];
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 12 }), (given) => {
      const written = given.join('\n');
      const shown = render(written).replaceAll(/<[^>]*>|&[a-z]+;/g, '');
      expect(lettersOf(shown.replaceAll('https', ''))).toEqual(
        lettersOf(written.replaceAll('https', '')),
      );
    }),
  );
});

test.each([
  [
    'lone numbers',
    () => {
      parseBody('1. a\n\nb\n\n'.repeat(7_000));
    },
  ],
  [
    'masks',
    () => {
      parseBody('п***ц «***» ***-**-12 '.repeat(3_000));
    },
  ],
  ['hyphens behind an address', () => addressLength(`https://a.b${'-'.repeat(300_000)}`)],
  ['brackets behind an address', () => addressLength(`https://a.example/${')'.repeat(300_000)}»`)],
  ['marks behind an address', () => addressLength(`https://a.example/${'!;'.repeat(150_000)}»`)],
])('many %s take no longer than their length', (_what, read) => {
  const start = process.threadCpuUsage();
  read();
  // Microseconds that this thread computed, whatever else the machine does.
  expect(process.threadCpuUsage(start).user).toBeLessThan(10_000_000);
});
