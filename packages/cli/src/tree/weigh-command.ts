import { weightOf } from '@tamizdat/archive';
import { type KindWeight, type TreeWeight, weighTree } from '@tamizdat/tree';
import { defineCommand } from 'citty';
import { alignColumns } from './align-columns.ts';
import { examineFolder } from './examine-folder.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'weigh',
    description: say({
      en: 'Weigh the pages and feeds of a tree by kind, against the budget of each. Exit codes: 0 within budget, 1 over, 2 usage.',
      ru: 'Взвесить страницы и ленты дерева по видам и сравнить с бюджетом каждого. Коды выхода: 0 в пределах бюджета, 1 больше, 2 ошибка вызова.',
    }),
  },
  args: {
    folder: {
      type: 'positional',
      description: say({
        en: 'Folder of the tree, such as dist',
        ru: 'Папка дерева, например dist',
      }),
      required: false,
    },
    json: {
      type: 'boolean',
      description: say({ en: 'Print the weights as JSON', ru: 'Напечатать вес как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const weight = await examineFolder(args.folder, 'weigh', (folder) =>
      weighTree(folder, weightOf),
    );
    if (!weight) return;
    process.stdout.write(args.json ? `${JSON.stringify(weight, null, 2)}\n` : render(weight));
    process.exitCode = weight.withinBudget ? 0 : 1;
  },
});

const HEAVIEST = say({ en: 'heaviest for its budget', ru: 'ближе всех к бюджету' });

const KIND = say({ en: 'kind', ru: 'вид' });

const HEADINGS = [
  KIND,
  say({ en: 'files', ru: 'файлов' }),
  say({ en: 'largest', ru: 'больший' }),
  HEAVIEST,
  say({ en: 'page', ru: 'страница' }),
  say({ en: 'text', ru: 'текст' }),
  say({ en: 'overhead', ru: 'сверх' }),
  say({ en: 'budget', ru: 'бюджет' }),
  say({ en: 'room', ru: 'запас' }),
  'css',
  'script',
];

function render({ kinds, unread, withinBudget }: TreeWeight): string {
  const table = alignColumns([HEADINGS, ...kinds.map(listCells)], [KIND, HEAVIEST]);
  const over = kinds.flatMap(describeOver);
  const large = unread.map((path) =>
    say({ en: `Too large to be read: ${path}`, ru: `Слишком велик, чтобы читать: ${path}` }),
  );
  const verdict = withinBudget
    ? [
        say({
          en: 'Every page keeps to its budget.',
          ru: 'Все страницы укладываются в свой бюджет.',
        }),
      ]
    : [...over, ...large];
  return say({
    en: `${table}\n\nBytes; page, text and budget gzipped at level 9, css and script as they stand in the page.\n${verdict.join('\n')}\n`,
    ru: `${table}\n\nБайты; страница, текст и бюджет — после gzip уровня 9, css и script — как стоят на странице.\n${verdict.join('\n')}\n`,
  });
}

function listCells({ kind, count, largest, heaviest }: KindWeight): string[] {
  const { path, bytes, textBytes, overhead, budget, over, styleBytes, scriptBytes } = heaviest;
  const room = over === undefined ? undefined : -over;
  const numbers = [bytes, textBytes, overhead, budget, room, styleBytes, scriptBytes];
  return [
    kind,
    String(count),
    String(largest),
    path,
    ...numbers.map((n) => (n === undefined ? '–' : String(n))),
  ];
}

function describeOver({ kind, over, heaviest }: KindWeight): string[] {
  if (over === 0) return [];
  const most = heaviest.over ?? 0;
  return [
    say({
      en: `${kind}: ${over} over the budget, most of all ${heaviest.path}, by ${most} bytes.`,
      ru: `${kind}: больше бюджета файлов ${over}, больше всех ${heaviest.path}, лишних байтов: ${most}.`,
    }),
  ];
}
