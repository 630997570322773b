/**
 * Domains whose names large hosts hand out to everybody, as their own pages named them in November 2026. The list can
 * only ever be a part: the whole one is the Public Suffix List, which changes weekly.
 */
const HANDED_OUT = new Set(
  (
    'pages.dev workers.dev r2.dev github.io gitlab.io codeberg.page netlify.app vercel.app web.app firebaseapp.com ' +
    'cloudfront.net amazonaws.com s3.amazonaws.com azurewebsites.net azureedge.net windows.net blob.core.windows.net ' +
    'storage.googleapis.com appspot.com run.app b-cdn.net backblazeb2.com digitaloceanspaces.com ondigitalocean.app ' +
    'fly.dev onrender.com herokuapp.com surge.sh neocities.org blogspot.com wordpress.com duckdns.org'
  ).split(' '),
);

/** Second levels under which countries' registries register names: `com.ua`, `org.uk`. */
const SECOND_LEVEL = /^(?:com|co|net|org|edu|ac|gov|info|or|ne)\.[a-z]{2}$/;

/** Whether names directly under a domain belong to different owners, as far as that is known here. */
export const isShared = (domain: string): boolean =>
  HANDED_OUT.has(domain) || SECOND_LEVEL.test(domain);
