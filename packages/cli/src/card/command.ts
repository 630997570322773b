import { accessSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '@tamizdat/files';
import { drawCode } from '@tamizdat/media/qr-code';
import { defineCommand } from 'citty';
import { takeBases } from '../address/take-bases.ts';
import { explainDisk, reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { type MirrorList, openMirrorList } from '../mirrors/mirror-list.ts';
import { args, type Options } from './arguments.ts';
import { buildCards, type CardEdition } from './build-cards.ts';
import { type Paper, PAPERS } from './card-style.ts';
import { chooseEditions, type ChosenEdition, languagesOf, withBases } from './choose-editions.ts';
import { findTelling } from './find-telling.ts';
import { loadEditionWords } from './load-edition-words.ts';
import { say } from '../language/say.ts';

export default defineCommand({
  meta: {
    name: 'card',
    description: say({
      en: 'Make a sheet for handing on: addresses of announced mirrors with QR codes, the fingerprint in digits and words, and how to check. HTML to print from any browser; it asks nothing of any network. Exit codes: 0 made, 1 the content is not right, 2 usage.',
      ru: 'Сделать лист, который передают из рук в руки: адреса объявленных зеркал с QR-кодами, отпечаток цифрами и словами и как проверить. HTML, который печатают из любого браузера; к сети он не обращается. Коды выхода: 0 сделано, 1 в содержимом ошибки, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const paper = readPaper(options.paper);
    const out = readOut(options.out);
    const list = await openMirrorList(options.content);
    const chosen = await choose(list, options);
    const editions = await Promise.all(chosen.map((one) => describeEdition(one, list, options)));
    const page = buildCards({ paper, fingerprint: fingerprintOf(list), editions });
    if (options.plain) warnOfTelling(chosen, list);
    if (out === undefined) process.stdout.write(page);
    else writeCard(out, page);
  },
});

/** Addresses on the cards of a channel: as many as one card holds. */
const OF_A_CHANNEL = 3;

/** @throws UsageError, Error in words */
async function choose(list: MirrorList, options: Options): Promise<ChosenEdition[]> {
  const { channel, language, _: names } = options;
  if (channel === undefined) return chooseEditions(list, names, language);
  if (names.length > 0)
    throw new UsageError(
      say({ en: 'Name mirrors or a --channel, not both.', ru: 'Или имена зеркал, или --channel.' }),
    );
  // What is typed wrongly is told, and what is missing, before a name is taken out of reserve.
  languagesOf(list.outlet, language);
  fingerprintOf(list);
  const bases = await takeBases(list.outlet, list.root, { channel, count: OF_A_CHANNEL });
  return withBases(list, bases, language);
}

async function describeEdition(
  { edition: { code, dir }, mirrors }: ChosenEdition,
  { root, outlet }: MirrorList,
  { plain }: Options,
): Promise<CardEdition> {
  return {
    lang: code,
    direction: dir,
    words: loadEditionWords(root, outlet, code),
    outlet: plain ? undefined : outlet.name[code],
    places: outlet.fingerprintAt.map(({ name }) => name),
    mirrors: await Promise.all(
      mirrors.map(async ({ base }) => ({ base, code: await drawCode(base) })),
    ),
  };
}

function fingerprintOf({ outlet }: MirrorList): string {
  if (outlet.rootFingerprint !== undefined) return outlet.rootFingerprint;
  throw new Error(
    say({
      en: 'content/outlet.yaml says no “rootFingerprint”, without which nobody can check what a card leads to. “tamizdat keys show <folder>” shows it.',
      ru: 'В content/outlet.yaml нет “rootFingerprint”, без которого никто не проверит, куда ведёт карточка. Его покажет «tamizdat keys show <папка>».',
    }),
  );
}

function readPaper(given: string): Paper {
  const paper = PAPERS.find((one) => one === given.toLowerCase());
  if (paper !== undefined) return paper;
  throw new UsageError(
    say({
      en: `--paper is ${PAPERS.join(' or ')}, not “${given}”.`,
      ru: `--paper — это ${PAPERS.join(' или ')}, а не «${given}».`,
    }),
  );
}

/** A slip of the pen must not write over a list or an article. */
function readOut(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (/\.html$/i.test(given)) return path.resolve(given);
  throw new UsageError(
    say({
      en: `--out is a file that ends in .html, and not “${given}”.`,
      ru: `--out — файл с именем на .html, а не «${given}».`,
    }),
  );
}

/** @throws UsageError; what a full or forbidden disk says, as it is */
function writeCard(file: string, page: string): void {
  try {
    const folder = path.dirname(file);
    accessSync(folder);
    replaceFile(folder, path.basename(file), page);
  } catch (error) {
    if (explainDisk(error) !== undefined) throw error;
    throw new UsageError(
      say({
        en: `The card cannot be written (${reasonOf(error)}). Name a file in a folder that is there with --out.`,
        ru: `Карточку не удалось записать (${reasonOf(error)}). Укажите в --out файл в папке, которая есть.`,
      }),
    );
  }
}

function warnOfTelling(chosen: readonly ChosenEdition[], { outlet }: MirrorList): void {
  const bases = new Set(chosen.flatMap(({ mirrors }) => mirrors.map(({ base }) => base)));
  for (const base of findTelling([...bases], outlet))
    process.stderr.write(
      say({
        en: `${base} itself tells whose it is. Name other mirrors for a card that may not.\n`,
        ru: `Сам адрес ${base} говорит, чей он. Для карточки, на которой этого быть не должно, укажите другие зеркала.\n`,
      }),
    );
}
