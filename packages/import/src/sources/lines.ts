import { createReadStream } from 'node:fs';
import { RECORD_MAX_LENGTH } from '../limits.ts';

/** The lines of a UTF-8 file, one by one; of one that is too long only that it is. */
export async function* readLines(file: string): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let isLong = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield isLong || line.length > RECORD_MAX_LENGTH ? undefined : line;
      isLong = false;
    }
    if (rest.length > RECORD_MAX_LENGTH) {
      rest = '';
      isLong = true;
    }
  }
  rest += decoder.decode();
  if (isLong) yield undefined;
  else if (rest !== '') yield rest;
}
