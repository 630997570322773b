import { aliveIn, burnName, changeBook, findName, readyIn } from '@tamizdat/mirrors/addresses';
import { defineCommand } from 'citty';
import { say } from '../language/say.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { findBook } from './book-place.ts';
import { explaining } from './explain-address.ts';

/** What the book says of a name that a person gave up; lists are read by programs, so it is one word. */
const BY_HAND = 'by-hand';

export default defineCommand({
  meta: {
    name: 'burn',
    description: say({
      en: 'Note that a name is given up, for instance because readers say that it is blocked. It is never given again. Exit codes: 0 noted, 1 nothing was changed, 2 usage.',
      ru: 'Отметить, что имя сгорело, например по словам читателей, что оно заблокировано. Его больше не дадут никому. Коды выхода: 0 отмечено, 1 ничего не изменено, 2 ошибка вызова.',
    }),
  },
  args: {
    name: {
      type: 'positional',
      description: say({
        en: 'Its first part, its host or its address',
        ru: 'Его первая часть, имя хоста или адрес',
      }),
      required: true,
    },
    content: contentArgument,
    json: {
      type: 'boolean',
      description: say({
        en: 'Print what is left as JSON',
        ru: 'Напечатать, что осталось, как JSON',
      }),
      default: false,
    },
  },
  async run({ args }) {
    const { root, outlet } = await openMirrorList(args.content);
    const place = findBook(outlet, root, process.env);
    const left = await explaining(() =>
      changeBook(place, (book) => {
        const { label, channel, burned } = findName(book, args.name);
        const changed = burnName(book, label, { now: place.now, why: BY_HAND });
        const result = {
          channel,
          wasBurned: burned !== undefined,
          alive: aliveIn(changed, channel).length,
          ready: readyIn(changed, channel).length,
        };
        return { book: result.wasBurned ? book : changed, result };
      }),
    );
    process.stdout.write(args.json ? `${JSON.stringify(left, undefined, 2)}\n` : describe(left));
  },
});

function describe({
  channel,
  wasBurned,
  alive,
  ready,
}: {
  channel: string;
  wasBurned: boolean;
  alive: number;
  ready: number;
}): string {
  const done = wasBurned
    ? say({ en: 'It was noted as burned already.', ru: 'Оно уже было отмечено сгоревшим.' })
    : say({ en: 'Noted as burned.', ru: 'Отмечено сгоревшим.' });
  const left = say({
    en: `The channel “${channel}” has ${alive} out and ${ready} ready. Where content/mirrors.yaml names it, take it out there: tamizdat mirror retire <name>`,
    ru: `В канале «${channel}» в ходу: ${alive}, готовых: ${ready}. Если имя стоит в content/mirrors.yaml, уберите его оттуда: tamizdat mirror retire <имя>`,
  });
  return `${done} ${left}\n`;
}
