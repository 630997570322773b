import { loadBook, readyIn, summarizeBook } from '@tamizdat/mirrors/addresses';
import { defineCommand } from 'citty';
import { say } from '../language/say.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { findBook } from './book-place.ts';
import { channelArgument, readChannel } from './channel-argument.ts';
import { describeChannels } from './describe-channels.ts';
import { explaining } from './explain-address.ts';

export default defineCommand({
  meta: {
    name: 'list',
    description: say({
      en: 'Say which names burned in which channel after how long. Names in reserve are counted, and printed only with --ready. Exit codes: 0 printed, 1 the book cannot be read, 2 usage.',
      ru: 'Показать, какие имена сгорели, в каком канале и как скоро. Резервные имена только сосчитаны; печатает их --ready. Коды выхода: 0 напечатано, 1 книгу не прочесть, 2 ошибка вызова.',
    }),
  },
  args: {
    channel: channelArgument,
    ready: {
      type: 'boolean',
      description: say({
        en: 'Print the addresses in reserve as well: not where others read along, such as the log of a forge',
        ru: 'Напечатать и резервные адреса: не там, где читают другие, например не в журнале forge',
      }),
      default: false,
    },
    content: contentArgument,
    json: {
      type: 'boolean',
      description: say({ en: 'Print it as JSON', ru: 'Напечатать как JSON' }),
      default: false,
    },
  },
  async run({ args }) {
    const only = args.channel === undefined ? undefined : readChannel(args.channel);
    const { root, outlet } = await openMirrorList(args.content);
    const { file, outlet: owner } = findBook(outlet, root, process.env);
    const book = await explaining(() => loadBook(file, owner));
    const channels = summarizeBook(book)
      .filter(({ channel }) => only === undefined || channel === only)
      .map((one) => ({
        ...one,
        ...(args.ready ? { reserve: readyIn(book, one.channel).map(({ base }) => base) } : {}),
      }));
    process.stdout.write(
      args.json ? `${JSON.stringify({ channels }, undefined, 2)}\n` : describeChannels(channels),
    );
  },
});
