import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OBJECT_ANSWER_BYTES, OBJECTS_AT_ONCE_BYTES } from './limits.ts';

const run = promisify(execFile);

/** The sizes of objects in bytes, in the order in which they are asked for; NaN where there is none of that name. */
export async function sizesOf(cwd: string, objects: readonly string[]): Promise<number[]> {
  const most = (objects.length + 1) * OBJECT_ANSWER_BYTES;
  const answer = await ask(cwd, '--batch-check=%(objectsize)', objects, most);
  return answer.toString('latin1').split('\n').slice(0, -1).map(Number);
}

/**
 * Reads objects as they were committed, no filter run over them, some at a time, so that memory stays bounded.
 * @param objects Their full names.
 * @param most Bytes; larger ones are left out, and so is what is not there.
 */
export async function* readObjects(
  cwd: string,
  objects: readonly string[],
  most: number,
): AsyncGenerator<{ object: string; bytes: Buffer }> {
  const sizes = await sizesOf(cwd, objects);
  const wanted = objects.flatMap((object, at) => {
    const size = sizes[at] ?? Number.NaN;
    return size <= most ? [{ object, size }] : [];
  });
  for (let begin = 0; begin < wanted.length;) {
    let [end, size] = [begin, 0];
    do size += wanted[end++]?.size ?? 0;
    while (end < wanted.length && size + (wanted[end]?.size ?? 0) <= OBJECTS_AT_ONCE_BYTES);
    const names = wanted.slice(begin, end).map(({ object }) => object);
    const bytes = size + names.length * OBJECT_ANSWER_BYTES;
    yield* parseBatch(await ask(cwd, '--batch', names, bytes));
    begin = end;
  }
}

async function ask(
  cwd: string,
  how: string,
  objects: readonly string[],
  maxBuffer: number,
): Promise<Buffer> {
  if (objects.length === 0) return Buffer.alloc(0);
  const asked = run('git', ['cat-file', how], { cwd, maxBuffer, encoding: 'buffer' });
  // Why git ended before it had read all is said by its exit code.
  asked.child.stdin
    ?.on('error', () => undefined)
    .end(objects.map((object) => `${object}\n`).join(''));
  return (await asked).stdout;
}

/** What `git cat-file --batch` answers: a line of name, type and size, then so many bytes and a line feed. */
function* parseBatch(answer: Buffer): Generator<{ object: string; bytes: Buffer }> {
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf('\n', at);
    if (end === -1) return;
    const [object = '', type, size] = answer.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    const bytes = answer.subarray(at, at + Number(size));
    at += bytes.length + 1;
    if (type === 'blob') yield { object, bytes };
  }
}
