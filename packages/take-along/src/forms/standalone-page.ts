import { escapeHtml } from '@tamizdat/body/escape-html';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:38rem;margin:0 auto;padding:1rem;font:1.125rem/1.6 ui-serif,Georgia,"Noto Serif",serif;overflow-wrap:anywhere}h1,h2,h3{line-height:1.2;text-wrap:balance}h1{font-size:1.8rem}.meta,figcaption,footer{font:.9rem/1.4 system-ui,sans-serif;opacity:.8}figure{margin:1.5rem 0}img{max-width:100%;height:auto}table{border-collapse:collapse}[tabindex]{overflow-x:auto;overflow-wrap:normal}td,th{border:1px solid;padding:.25rem .5rem}footer{margin-top:3rem;border-top:1px solid;padding-top:.5rem}';

/**
 * Says how old a text is that is opened later than a week after, in words of the reader's own program: what is passed on from
 * hand to hand is read months later as if it were news.
 */
export const AGE_SCRIPT =
  "try{var t=document.querySelector('footer time'),d=Math.floor((Date.now()-Date.parse(t.dateTime))/864e5),u=d<60?['day',d]:d<730?['month',Math.floor(d/30.44)]:['year',Math.floor(d/365.25)];d>7&&t.after(' ('+new Intl.RelativeTimeFormat(document.documentElement.lang).format(-u[1],u[0])+')')}catch(e){}";

/** SHA-256 of it, in base64: a browser cannot count it on a page without TLS. A test holds both together. */
export const AGE_HASH = 'nlhXH/y2n2goW0iRyl3eYR0u9vUvjMU0w6Hr8KlibiY=';

/** A page that stands alone. */
export interface StandalonePage {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** HTML of ours: the article, and what stands below it, whose first `<time>` is the text's date. */
  article: string;
  foot: string;
}

/**
 * A page in one file, which opens without a network and asks for nothing: one script of ours, which says its age, and a
 * policy that lets nothing be loaded. For browsers too.
 */
export const standalonePage = ({ lang, dir, title, article, foot }: StandalonePage): string =>
  `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none';img-src data:;style-src 'unsafe-inline';script-src 'sha256-${AGE_HASH}';base-uri 'none';form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<article>
${article}
</article>
</main>
<footer>${foot}</footer>
<script>${AGE_SCRIPT}</script>
</body>
</html>
`;

/** Puts a date, with the time it stands for, into the sentence that says as of when a text is. @param sentence With `{date}` */
export function asOfHtml(sentence: string, { at, text }: { at: string; text: string }): string {
  const [before = '', after = ''] = escapeHtml(sentence).split('{date}');
  // “2026 г.” ends a sentence by itself.
  const rest = text.endsWith('.') ? after.replace(/^\./, '') : after;
  return `<p>${before}<time datetime="${escapeHtml(at)}">${escapeHtml(text)}</time>${rest}</p>`;
}
