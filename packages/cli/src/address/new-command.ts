import { changeBook, LABEL_KINDS, type LabelKind } from '@tamizdat/mirrors/addresses';
import { defineCommand } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { findBook } from './book-place.ts';
import {
  LISTED,
  channelArgument,
  countArgument,
  printArgument,
  readChannel,
  readCount,
} from './channel-argument.ts';
import { explaining } from './explain-address.ts';
import { findWells } from './find-well.ts';
import { makeNames, type NewName } from './make-names.ts';
import { tellingWords } from './telling-words.ts';

export default defineCommand({
  meta: {
    name: 'new',
    description: say({
      en: 'Make names for a mirror that say nothing and cannot be guessed (40 bits of chance at least), note them for a channel, and print them, with what DNS needs where the mirror has no wildcard. They are in reserve until they are taken: show them to nobody. Exit codes: 0 made, 1 nothing was made, 2 usage.',
      ru: 'Создать имена для зеркала, которые ничего не говорят и которых не угадать (не меньше 40 бит случайности), записать их за каналом и напечатать, со строками для DNS, если у зеркала нет звёздочки. Пока их не взяли, они в резерве: не показывайте их никому. Коды выхода: 0 созданы, 1 ничего не создано, 2 ошибка вызова.',
    }),
  },
  args: {
    channel: { ...channelArgument, default: LISTED },
    count: countArgument,
    under: {
      type: 'string',
      description: say({
        en: 'A mirror’s name, or an address such as https://*.example.net/ (default: all mirrors with a wildcard that are for the channel, in turn)',
        ru: 'Имя зеркала или адрес вида https://*.example.net/ (по умолчанию: по очереди все зеркала со звёздочкой, которые годятся для канала)',
      }),
      valueHint: say({ en: 'mirror or address', ru: 'зеркало или адрес' }),
    },
    domain: {
      type: 'string',
      description: say({
        en: 'For a mirror without a wildcard: the end of its host, below which names are made',
        ru: 'Для зеркала без звёздочки: конец имени его хоста, под которым создаются имена',
      }),
      valueHint: 'example.net',
    },
    made: {
      type: 'string',
      description: say({
        en: `Of what: ${LABEL_KINDS.join(', ')} (syllables as of Latin or Russian, or English words)`,
        ru: `Из чего: ${LABEL_KINDS.join(', ')} (слоги как в латыни или русском либо английские слова)`,
      }),
      default: LABEL_KINDS[0],
      valueHint: LABEL_KINDS.join('|'),
    },
    content: contentArgument,
    json: printArgument,
  },
  async run({ args }) {
    const [channel, count, kind] = [
      readChannel(args.channel),
      readCount(args.count),
      readKind(args.made),
    ];
    const { root, outlet, mirrors } = await openMirrorList(args.content);
    const place = findBook(outlet, root, process.env);
    const names = await explaining(() => {
      const wells = findWells(outlet, mirrors, channel, args);
      const wanted = { channel, count, kind, wells, telling: tellingWords(outlet), now: place.now };
      return changeBook(place, (book) => makeNames(book, wanted));
    });
    process.stdout.write(
      args.json
        ? `${JSON.stringify({ channel, names }, undefined, 2)}\n`
        : describe(channel, names),
    );
  },
});

/** @throws UsageError */
function readKind(given: string): LabelKind {
  const kind = LABEL_KINDS.find((one) => one === given);
  if (kind !== undefined) return kind;
  const kinds = LABEL_KINDS.join(', ');
  throw new UsageError(
    say({ en: `--made is one of: ${kinds}.`, ru: `--made — одно из: ${kinds}.` }),
  );
}

function describe(channel: string, names: readonly NewName[]): string {
  const records = names.flatMap(({ record }) => record ?? []);
  const dns = say({
    en: 'The mirror has no wildcard. These lines make its DNS answer for them; its server and certificate have to know the names too:',
    ru: 'У зеркала нет звёздочки. С этими строками на имена ответит его DNS; сервер и сертификат тоже должны их знать:',
  });
  const kept = say({
    en: `In reserve for the channel “${channel}”: show them to nobody before they are taken.`,
    ru: `В резерве для канала «${channel}»: не показывайте их никому, пока не взяли.`,
  });
  const lines = [
    ...names.map(({ base }) => base),
    ...(records.length > 0 ? ['', dns, ...records] : []),
  ];
  return `${[...lines, '', kept].join('\n')}\n`;
}
