import { parseArgs } from 'node:util';
import { defineCommand } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import type { OpenArticle } from '../edit/open-article.ts';
import type { SetField } from '../edit/set-fields.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { timeProblem } from '../new/answer-problems.ts';
import { rootOf } from '../new/new-arguments.ts';
import { answerAll, type Ask, type Question, withTerminal } from '../new/questions.ts';
import { takeBackArguments } from './arguments.ts';
import { openVersions } from './find-article.ts';
import { judgeVersions, reportTakenBack, takeBack } from './take-back.ts';

const args = {
  ...takeBackArguments,
  note: {
    type: 'string',
    description: say({
      en: 'Why, for readers, Markdown; of an article in several languages once for each: --note ru=… --note en=…',
      ru: 'Почему, для читателей, Markdown; у статьи на нескольких языках по разу на каждый: --note ru=… --note en=…',
    }),
    valueHint: 'text',
  },
  at: {
    type: 'string',
    description: say({
      en: 'Time of the withdrawal (default: now, in the outlet’s zone)',
      ru: 'Время отзыва (по умолчанию сейчас, в поясе издания)',
    }),
    valueHint: 'time',
  },
} as const;

export default defineCommand({
  meta: {
    name: 'withdraw',
    description: say({
      en: 'Withdraw an article in all its languages: its page becomes a dated notice with the reason, and feeds tell those who have read it. Everything else of the files stays as it is written. On a terminal it asks for what no option says. Exit codes: 0 withdrawn, 1 refused, 2 usage.',
      ru: 'Отозвать статью на всех её языках: на странице останется уведомление с датой и причиной, ленты сообщат о нём тем, кто её прочёл. Всё остальное в файлах остаётся как есть. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 отозвана, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options, rawArgs }) {
    const now = readNow();
    const opened = openVersions(options.article, rootOf(options));
    const versions = judgeVersions(opened, 'withdrawn', now);
    const changed = versions.filter(({ fate }) => fate === 'change').map(({ open }) => open);
    const given = { notes: notesOf(rawArgs), at: options.at };
    const said = await withTerminal((ask) => askAll(changed, given, now, ask));
    const fieldsOf = (open: OpenArticle): SetField[] => withdrawnFields(open, said);
    const { commit } = options;
    const taking = { goal: 'withdrawn', versions, fieldsOf, now, commit } as const;
    await takeBack(taking);
    reportTakenBack(taking, options.json);
  },
});

/** What is said of a withdrawal. */
interface Said {
  /** By language. */
  notes: Readonly<Record<string, string>>;
  at: string;
  /** Whether nobody chose the time. */
  isNow: boolean;
}

/** All values of `--note`: the parser of options gives the last one alone. */
function notesOf(rawArgs: readonly string[]): string[] {
  const { values } = parseArgs({
    args: [...rawArgs],
    options: { note: { type: 'string', multiple: true } },
    strict: false,
    allowPositionals: true,
  });
  return (values.note ?? []).filter((note) => typeof note === 'string');
}

async function askAll(
  versions: readonly OpenArticle[],
  given: { notes: readonly string[]; at: string | undefined },
  now: number,
  ask: Ask | undefined,
): Promise<Said> {
  const zone = versions[0]?.outlet.timeZone ?? 'UTC';
  const { timestamp } = localTime(now, zone);
  const answers = await answerAll<string>(
    [
      ...versions.map((open) => noteQuestion(open, versions.length > 1)),
      {
        name: 'at',
        ask: say({ en: 'Time', ru: 'Время' }),
        problem: (time) => timeProblem(time) ?? aheadProblem(time, now),
        otherwise: timestamp,
      },
    ],
    { ...givenNotes(versions, given.notes), ...(given.at === undefined ? {} : { at: given.at }) },
    ask,
  );
  const notes = versions.map(({ article: { lang } }) => [
    lang,
    answers[nameOf(lang, versions.length > 1)] ?? '',
  ]);
  const at = answers['at'] ?? timestamp;
  return {
    notes: Object.fromEntries(notes) as Record<string, string>,
    at,
    isNow: at === timestamp,
  };
}

/** The option as it is to be typed. */
const nameOf = (lang: string, several: boolean): string => (several ? `note ${lang}=…` : 'note');

function noteQuestion({ article: { lang, title } }: OpenArticle, several: boolean): Question {
  return {
    name: nameOf(lang, several),
    ask: say({
      en: `Why “${title}” is withdrawn, for readers, in “${lang}”`,
      ru: `Почему отозвана «${title}», для читателей, на языке «${lang}»`,
    }),
  };
}

/** @throws UsageError for notes of which it is not said, or not right, in which language they are */
function givenNotes(
  versions: readonly OpenArticle[],
  notes: readonly string[],
): Record<string, string> {
  const languages = versions.map(({ article }) => article.lang);
  const several = languages.length > 1;
  return Object.fromEntries(
    notes.map((note): [string, string] => {
      const [named, text] = splitNote(note, versions);
      const lang = named ?? (several ? undefined : languages[0]);
      if (lang === undefined || !languages.includes(lang)) throw misplaced(languages);
      if (text.trim() !== '') return [nameOf(lang, several), text];
      throw new UsageError(
        say({ en: '--note: This cannot be empty.', ru: '--note: Это не может быть пустым.' }),
      );
    }),
  );
}

/** A note, and the language that stands before it. */
function splitNote(note: string, [first]: readonly OpenArticle[]): [string | undefined, string] {
  const codes = first?.outlet.languages.map(({ code }) => code) ?? [];
  const lang = codes.find((code) => note.startsWith(`${code}=`));
  return lang === undefined ? [undefined, note] : [lang, note.slice(lang.length + 1)];
}

function misplaced(languages: readonly string[]): UsageError {
  const example = languages.map((code) => `--note ${code}=…`).join(' ');
  return new UsageError(
    say({
      en: `--note: readers of each language that is withdrawn are to know why, and of no other. Write: ${example}`,
      ru: `--note: причину узнают читатели на каждом отзываемом языке, и ни на каком другом. Напишите: ${example}`,
    }),
  );
}

const aheadProblem = (time: string, now: number): string | undefined =>
  Date.parse(time) > now
    ? say({
        en: 'This is yet to come. A withdrawal is told when it has happened.',
        ru: 'Это время ещё не наступило. Об отзыве сообщают, когда он произошёл.',
      })
    : undefined;

function withdrawnFields({ article }: OpenArticle, { notes, at, isNow }: Said): SetField[] {
  const { publishedAt = at, editorsNoteAt, lang } = article;
  // Minutes are rounded down, and what came out in this one is withdrawn no earlier.
  const time = isNow && Date.parse(publishedAt) > Date.parse(at) ? publishedAt : at;
  return [
    { name: 'status', value: 'withdrawn' },
    { name: 'updatedAt', value: time, below: 'publishedAt' },
    { name: 'editorsNote', value: notes[lang] ?? '' },
    // It dates the note that stood there.
    ...(editorsNoteAt === undefined ? [] : [{ name: 'editorsNoteAt', value: time }]),
  ];
}
