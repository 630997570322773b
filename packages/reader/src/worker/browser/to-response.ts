import type { GetPart } from '../answer/parts-of.ts';
import type { Shown } from '../answer/reader.ts';
import type { GenuineFile } from '../kept/kept-file.ts';

/**
 * Makes the answer of a genuine file: every header comes from the signed tree. Recordings are asked for in ranges; some
 * browsers play nothing else.
 * @param range The request's header (RFC 9110, 14.2); of several ranges at once the whole is sent.
 */
export function toResponse(
  { file, bytes, getPart }: GenuineFile & Pick<Shown, 'getPart'>,
  range: string | null = null,
  status = 200,
): Response {
  const size = getPart ? file.size : bytes.length;
  const [isRange, from = '', to = ''] = /^bytes=(?!-$)(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  const start = from === '' ? Math.max(0, isRange ? size - Number(to) : 0) : Number(from);
  const end = Math.min(from === '' || to === '' ? size : Number(to) + 1, size);
  const headers = new Headers({ 'content-type': file.type, 'x-content-type-options': 'nosniff' });
  if (isRange) {
    status = start < end ? 206 : 416;
    headers.set('content-range', `bytes ${start < end ? `${start}-${end - 1}` : '*'}/${size}`);
  }
  const body = getPart ? streamOf(getPart, start, end) : bytes.subarray(start, end);
  return new Response(body, { status, headers });
}

/** Hands on what was verified as it is wanted. Where a part does not come, it breaks off. */
const streamOf = (getPart: GetPart, start: number, end: number): ReadableStream =>
  new ReadableStream(
    {
      async pull(stream) {
        if (start >= end) {
          stream.close();
          return;
        }
        const part = (await getPart(start)).subarray(0, end - start);
        stream.enqueue(part);
        start += part.length;
      },
    },
    { highWaterMark: 0 },
  );
