import type { GenuineFile } from '../kept/kept-file.ts';

/** Makes the answer of a genuine file: every header comes from the signed tree. */
export function toResponse(
  { file, bytes }: GenuineFile,
  range: string | null,
  status = 200,
): Response {
  const headers = new Headers({
    'content-type': file.type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  // Recordings are asked for in parts; some browsers play nothing else.
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const start = Number(from);
  if (from === '' || start >= bytes.length) return new Response(bytes, { status, headers });
  const end = Math.min(to === '' ? Infinity : Number(to), bytes.length - 1);
  headers.set('content-range', `bytes ${start}-${end}/${bytes.length}`);
  return new Response(bytes.subarray(start, end + 1), { status: 206, headers });
}
