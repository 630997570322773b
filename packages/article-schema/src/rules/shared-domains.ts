/**
 * Domains whose names hosts and registries hand out to everybody, as their pages named them in November 2026. The list can
 * only ever be a part: the whole one is the Public Suffix List, which changes weekly.
 */
const HANDED_OUT = new Set(
  (
    'pages.dev workers.dev r2.dev github.io gitlab.io codeberg.page netlify.app vercel.app web.app firebaseapp.com ' +
    'cloudfront.net amazonaws.com s3.amazonaws.com azurewebsites.net azureedge.net windows.net blob.core.windows.net ' +
    'storage.googleapis.com appspot.com run.app b-cdn.net backblazeb2.com digitaloceanspaces.com ondigitalocean.app ' +
    'fly.dev onrender.com herokuapp.com surge.sh neocities.org blogspot.com wordpress.com duckdns.org deno.dev ' +
    'azurefd.net linodeobjects.com trycloudflare.com ngrok-free.app ddns.net mooo.com nip.io sslip.io ' +
    'eu.org pp.ua msk.ru spb.ru'
  ).split(' '),
);

/** Second levels under which countries' registries register names: `com.ua`, `org.uk`. */
const SECOND_LEVEL = /^(?:com|co|net|org|edu|ac|gov|info|or|ne)\.[a-z]{2}$/;

/** Buckets of a region: `s3.eu-central-1.amazonaws.com`, `website.yandexcloud.net`. */
const REGION = /^(?:s3[a-z0-9.-]*\.amazonaws\.com|(?:storage|website)\.yandexcloud\.net)$/;

/** Whether names directly under a domain belong to different owners, as far as that is known here. */
export const isShared = (domain: string): boolean =>
  HANDED_OUT.has(domain) || SECOND_LEVEL.test(domain) || REGION.test(domain);
