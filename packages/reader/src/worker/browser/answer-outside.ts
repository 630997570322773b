/**
 * Answers for `release/`, which describes the tree and is not part of it. Nothing there is proved by a path, so nothing of
 * it is ever shown as a page: it is handed on to be saved.
 */
export async function answerOutside(request: Request): Promise<Response> {
  const { body, status } = await fetch(request.url, { credentials: 'omit', redirect: 'error' });
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    },
  });
}
