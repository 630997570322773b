/** Parameters by which senders of links recognise who follows them; what a page shows does not hang on them. */
const TRACKER =
  /^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|ysclid|igshid|igsh|mc_cid|mc_eid|_openstat|vero_id)$/i;

/** An address without the parameters that follow its readers; every other character stays. */
export function withoutTrackers(url: string): string {
  const match = /^(https?:\/\/[^?#]*)\?([^#]*)(#.*)?$/i.exec(url);
  if (match === null) return url;
  const [, page = '', query = '', fragment = ''] = match;
  const parts = query.split(/&(?:amp;)?/);
  const kept = parts.filter((part) => !TRACKER.test(part.split('=')[0] ?? ''));
  if (kept.length === parts.length) return url;
  return `${page}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
