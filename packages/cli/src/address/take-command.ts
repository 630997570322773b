import { defineCommand } from 'citty';
import { say } from '../language/say.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';
import { contentArgument } from '../repository/content-argument.ts';
import {
  channelArgument,
  countArgument,
  printArgument,
  readChannel,
  readCount,
} from './channel-argument.ts';
import { takeBases } from './take-bases.ts';

export default defineCommand({
  meta: {
    name: 'take',
    description: say({
      en: 'Print addresses of a channel to be shown there: those that are out and not burned, and the next ready ones where there are too few, noted as out from now on. Exit codes: 0 printed, 1 none is left, 2 usage.',
      ru: 'Напечатать адреса канала, чтобы показать их там: те, что уже в ходу и не сгорели, а если их мало — следующие готовые; с этой минуты они в ходу. Коды выхода: 0 напечатаны, 1 ни одного не осталось, 2 ошибка вызова.',
    }),
  },
  args: {
    channel: { ...channelArgument, required: true },
    count: countArgument,
    content: contentArgument,
    json: printArgument,
  },
  async run({ args }) {
    const [channel, count] = [readChannel(args.channel), readCount(args.count)];
    const { root, outlet } = await openMirrorList(args.content);
    const bases = await takeBases(outlet, root, { channel, count });
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ channel, addresses: bases }, undefined, 2)}\n`
        : `${bases.join('\n')}\n`,
    );
  },
});
