import path from 'node:path';
import { Archive, type Content } from '@tamizdat/archive';
import { openMedia } from '@tamizdat/media';
import { setContent } from '@tamizdat/render';
import { defineCommand } from 'citty';
import { readContent } from '../build/read-content.ts';
import { readNowText } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent, mediaFolder, stateFolder, stateOf } from '../repository/folders.ts';
import { args, type Options } from './arguments.ts';
import { buildLetter } from './build-letter.ts';
import { handOver, type Handed } from './hand-over.ts';
import { defaultLeave, findIssue, findNewsletter, parseBase, parsePictures } from './options.ts';
import { writeIssue } from './write-issue.ts';

export default defineCommand({
  meta: {
    name: 'newsletter',
    description:
      'Make an issue of a newsletter from the articles picked for it: HTML, plain text and a mail to look at; send it when told to. Exit codes: 0 done, 1 failed or handed over before, 2 usage.',
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

/** What is wrong with the command is told before anything is made. */
function verifyWay({ send, draft, to, from, lists, pictures, issue, week }: Options): void {
  parsePictures(pictures);
  if (issue !== undefined && week !== undefined)
    throw new UsageError('Either --issue or --week, not both: they mean the same.');
  if (send && draft) throw new UsageError('Either --send or --draft, not both.');
  if (send && !process.env['TAMIZDAT_SMTP'])
    throw new UsageError('--send takes its server from TAMIZDAT_SMTP, which is not set.');
  if (send && (!to || !from)) throw new UsageError('--send needs --from and --to.');
  if (draft && !process.env['TAMIZDAT_LISTMONK'])
    throw new UsageError('--draft takes its server from TAMIZDAT_LISTMONK, which is not set.');
  if (draft && (!lists || pictures === 'inside'))
    throw new UsageError(
      '--draft needs --lists, and --pictures linked or none: listmonk takes no parts.',
    );
}

async function make(options: Options, root: string, read: Content, now: string): Promise<void> {
  const content = setContent(read);
  const door = new Archive(() => Promise.resolve(content), { clock: now });
  const newsletter = findNewsletter(content.outlet.newsletters, options.name);
  const issues = await door.newsletterIssues(newsletter);
  const { timeZone } = content.outlet;
  const { issue, unfinished } = findIssue(issues, options.issue ?? options.week, {
    clock: now,
    timeZone,
  });
  const leave = options.leave ?? defaultLeave(newsletter);
  if (options.send && !URL.canParse(leave))
    throw new UsageError('--send needs --leave: the address where members leave the list.');
  const letter = await buildLetter(door, newsletter, issue, {
    content: root,
    media: openMedia({ cacheFolder: mediaFolder(process.env) }),
    base: parseBase(options.base ?? content.outlet.origin),
    pictures: parsePictures(options.pictures),
    leave,
    ...(options.subject === undefined ? {} : { subject: options.subject }),
  });
  const out = path.resolve(options.out ?? path.join(stateFolder, 'newsletter'));
  const from = options.from ?? `letters@${new URL(content.outlet.origin).hostname}`;
  const to = options.to ?? `${newsletter.id}@list.invalid`;
  const { files, mail } = await writeIssue(letter, { from, to, date: now }, out);
  const done = await handOver(options, letter, { mail, now, records: recordsOf(root) });
  const report = {
    issue: letter.id,
    ...(unfinished ? { unfinishedUntil: issue.to } : {}),
    articles: letter.items.length,
    bytes: mail.length,
    files,
    ...done,
  };
  process.stdout.write(
    options.json ? `${JSON.stringify(report, undefined, 2)}\n` : describe(report),
  );
}

/** What was sent is remembered beside the content, whatever folder the issue was written to. */
const recordsOf = (root: string): string => path.join(stateOf(root), 'newsletter/sent');

interface Report extends Handed {
  issue: string;
  /** Last day of an issue whose days are not over, `yyyy-mm-dd`. */
  unfinishedUntil?: string;
  articles: number;
  bytes: number;
  files: string[];
}

function describe({ issue, unfinishedUntil, articles, bytes, files, sent, draft }: Report): string {
  const lines = [
    `Issue ${issue}: articles: ${articles}, a mail of ${bytes} bytes`,
    unfinishedUntil !== undefined
      ? `Unfinished: its last day, ${unfinishedUntil}, is not over, and more may be picked for it`
      : '',
    ...files.map((file) => `  ${file}`),
    sent !== undefined ? `Sent to ${sent}` : '',
    draft !== undefined ? `Draft ${draft} in listmonk: look at it there, and send it` : '',
    sent === undefined && draft === undefined
      ? 'Nothing was sent: --send or --draft does that'
      : '',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}
