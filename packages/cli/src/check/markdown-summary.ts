import type { ToldProblem } from '@tamizdat/problem';
import { printable } from './printable.ts';
import { say } from '../language/say.ts';

/** The whole list as Markdown, for a job's summary; text of files can be neither markup nor a link there. */
export function markdownSummary(
  problems: readonly ToldProblem[],
  counts: string,
  maxBytes: number,
): string {
  const rows = problems.map(row);
  const head = `### ${plain(counts)}\n`;
  if (rows.length === 0) return head;
  const kept: string[] = [];
  let room = maxBytes - Buffer.byteLength(head) - REST_BYTES;
  for (const text of rows) {
    room -= Buffer.byteLength(text);
    if (room < 0) break;
    kept.push(text);
  }
  const left = rows.length - kept.length;
  return `${head}\n${kept.join('')}${left === 0 ? '' : `\n${say({ en: `… and ${left} more: run \`tamizdat check\`.`, ru: `… и ещё ${left}: запустите \`tamizdat check\`.` })}\n`}`;
}

/** Room for the line that says how many are left. */
const REST_BYTES = 100;

function row({
  severity,
  code,
  file,
  line,
  column,
  message,
  remedy,
  example,
}: ToldProblem): string {
  const place = `${file}:${line}:${column}`;
  const shown = example === undefined ? '' : ` ${inCode(example)}`;
  return `- **${severity}** ${inCode(code)} ${inCode(place)}: ${plain(message)} ${plain(remedy)}${shown}\n`;
}

/** CommonMark, 2.4: a backslash before ASCII punctuation makes it text; GitHub also links bare addresses and names. */
const plain = (text: string): string =>
  oneLine(text)
    .replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
    .replaceAll(/(?<=\b(?:https?|ftp|www))(?=\\[:.])/gi, '<!-- -->')
    .replaceAll('\\@', '\\@<!-- -->');

/** A code span is closed by as many backticks as open it (CommonMark, 6.1). */
function inCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(({ 0: run }) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

const oneLine = (text: string): string => printable(text).replaceAll(/\s+/g, ' ');
