import path from 'node:path';
import { Archive, type Content } from '@tamizdat/archive';
import { openMedia } from '@tamizdat/media';
import { HeavyLetterError, type Letter, splitLetter } from '@tamizdat/newsletter';
import { setContent } from '@tamizdat/render';
import { defineCommand } from 'citty';
import { takeBases } from '../address/take-bases.ts';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { defaultContent, mediaFolder, stateFolder, stateOf } from '../repository/folders.ts';
import { args, type Options } from './arguments.ts';
import { buildLetter } from './build-letter.ts';
import { letterMirrors } from './build-whole.ts';
import { type Carrier, chooseCarrier } from './carrier.ts';
import { chooseArticles, type Chosen } from './choose-articles.ts';
import { explainHeavy } from './explain-heavy.ts';
import { handOver } from './hand-over.ts';
import { defaultLeave, findNewsletter, parseBase, parsePictures } from './options.ts';
import { describe, type Report, tooLongOf, weighMails } from './report.ts';
import { verifyWay } from './verify-way.ts';
import { type Destination, findLeft } from './what-is-left.ts';
import { writeIssue } from './write-issue.ts';

export default defineCommand({
  meta: {
    name: 'newsletter',
    description: say({
      en: 'Make an issue of a newsletter from the articles picked for it: HTML, plain text and a mail to look at; send it when told to. Exit codes: 0 done, 1 failed or handed over before, 2 usage.',
      ru: 'Сделать выпуск рассылки из отобранных для неё статей: HTML, простой текст и письмо, чтобы посмотреть; отправить, если велено. Коды выхода: 0 готово, 1 не получилось или уже передано, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    verifyWay(options);
    const root = path.resolve(options.content ?? defaultContent);
    const now = readNowText();
    const content = await readContent(root, now);
    if (content === undefined) {
      process.exitCode = 1;
      return;
    }
    await make(options, root, content, now);
  },
});

/** Where links lead to. @throws UsageError, Error in words */
async function chooseBase(
  { base, channel }: Options,
  root: string,
  { outlet }: Pick<Content, 'outlet'>,
): Promise<string> {
  if (channel === undefined) return base ?? outlet.origin;
  if (base !== undefined)
    throw new UsageError(
      say({ en: '--base or --channel, not both.', ru: 'Или --base, или --channel.' }),
    );
  const [taken = outlet.origin] = await takeBases(outlet, root, { channel, count: 1 });
  return taken;
}

async function make(options: Options, root: string, read: Content, now: string): Promise<void> {
  const content = setContent(read);
  const door = new Archive(() => Promise.resolve(content), { clock: now });
  const newsletter = findNewsletter(content.outlet.newsletters, options.name);
  const chosen = await chooseArticles(door, newsletter, options);
  const leave = options.leave ?? defaultLeave(newsletter);
  if (options.send && !URL.canParse(leave))
    throw new UsageError(
      say({
        en: '--send needs --leave: the address where members leave the list.',
        ru: 'Для --send нужен --leave: адрес, по которому отписываются.',
      }),
    );
  const whole = options.now || (newsletter.articles ?? 'links') !== 'links';
  const base = parseBase(await chooseBase(options, root, content));
  const letter = await buildLetter(door, newsletter, chosen.issue, {
    content: root,
    media: openMedia({ cacheFolder: mediaFolder(process.env) }),
    base,
    pictures: parsePictures(options.pictures, newsletter),
    leave,
    whole,
    mirrors: letterMirrors(content.mirrors, newsletter).filter((mirror) => mirror !== base),
    ...(chosen.why === undefined ? {} : { intro: chosen.why }),
    ...(options.subject === undefined ? {} : { subject: options.subject }),
  });
  const host = new URL(content.outlet.origin).hostname;
  const report = await carryOut({ options, letter, whole, chosen }, root, {
    from: options.from ?? `letters@${host}`,
    to: options.to ?? `${newsletter.id}@list.invalid`,
    date: now,
  });
  const carrier = chooseCarrier(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(report, undefined, 2)}\n` : describe(report, carrier),
  );
}

interface Work {
  options: Options;
  letter: Letter;
  whole: boolean;
  chosen: Chosen;
}

/** Writes the issue to look at, and hands over what is still to be handed over. */
async function carryOut(
  { options, letter, whole, chosen }: Work,
  root: string,
  envelope: { from: string; to: string; date: string },
): Promise<Report> {
  const carrier = chooseCarrier(options);
  const where = carrier && destinationOf(carrier, root, envelope.date);
  const isExtra = chosen.why !== undefined;
  const left = whole && where ? findLeft(letter, isExtra, where) : undefined;
  const out = path.resolve(options.out ?? path.join(stateFolder, 'newsletter'));
  const before = left?.mails ?? 0;
  const { letters, files, mails } = await makeLight(isExtra, async () => {
    const light = await splitLetter(left?.letter ?? letter, { attach: !options.draft, before });
    return { letters: light, ...(await writeIssue(light, envelope, out, before)) };
  });
  const handed =
    carrier && where
      ? await handOver({ id: letter.id, mails, isExtra, ...(left ? { left } : {}) }, carrier, where)
      : {};
  const tooLong = whole ? tooLongOf(letters) : [];
  return {
    issue: letter.id,
    ...(chosen.unfinished ? { unfinishedUntil: chosen.issue.to } : {}),
    articles: letters.reduce((sum, { items }) => sum + items.length, 0),
    bytes: mails.reduce((sum, { mail }) => sum + mail.length, 0),
    files,
    ...(whole ? { mails: await weighMails(mails) } : {}),
    ...(tooLong.length > 0 ? { tooLong } : {}),
    ...(left && left.out.length > 0 ? { out: left.out.map(({ title }) => title) } : {}),
    ...handed,
  };
}

/** What was sent is remembered beside the content, whatever folder the issue was written to. */
const destinationOf = ({ way, to }: Carrier, root: string, at: string): Destination => ({
  way,
  to,
  at,
  records: path.join(stateOf(root), 'newsletter/sent'),
});

/** @throws Error that says what to do where servers would refuse it */
async function makeLight<Made>(isExtra: boolean, make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof HeavyLetterError)) throw error;
    throw new Error(explainHeavy(error.heavy, isExtra), { cause: error });
  }
}
