import type { Letter, LetterItem } from '../letter.ts';
import { LETTER_WIDTH } from '../limits.ts';
import { escapeHtml } from '@tamizdat/render';
import { HAIRLINE, INK, MUTE, PAPER, SANS, SERIF } from './look.ts';
import { pictureId } from './picture-id.ts';
import { wholeRow } from './whole-row.ts';

/** Where a letter's HTML is shown: inside a mail its pictures are parts of it, on a page they have addresses. */
export type PictureSource = (item: LetterItem, index: number) => string;

/**
 * A letter as HTML that survives mail programs: tables for the layout, every style in its element (Outlook and Gmail
 * drop stylesheets), and one stylesheet that only adds colours for dark mode. No script, no request for anything
 * but pictures, no invisible picture that tells who opened it.
 */
export function buildLetterHtml(letter: Letter): string {
  const { lang, dir, title } = letter;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${darkStyles(letter)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${PAPER}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:${PAPER}">
<tr><td align="center" style="padding:16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:${LETTER_WIDTH}px;text-align:${dir === 'rtl' ? 'right' : 'left'}">
${headRow(letter)}
${letter.items.map((item, index) => itemRow(letter, item, index)).join('\n')}
${footRow(letter)}
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const darkStyles = ({ accent }: Letter): string =>
  `@media (prefers-color-scheme:dark){.rule{border-color:#e6e2da!important}.hairline{border-color:#3d3a35!important}.paper{background:#141413!important}.ink{color:#e6e2da!important}` +
  `.mute{color:#a8a298!important}.accent{color:${accent.dark}!important}}`;

function headRow({ outlet, name, days, part, intro }: Letter): string {
  return `<tr><td class="rule" style="padding:8px 0 16px;border-bottom:2px solid ${INK}">
<p class="mute" style="margin:0;font:14px/20px ${SANS};color:${MUTE}"><a href="${escapeHtml(outlet.home)}" class="ink" style="color:${INK};font-weight:bold;text-decoration:none">${escapeHtml(outlet.name)}</a></p>
<h1 class="ink" style="margin:8px 0 0;font:bold 28px/34px ${SERIF};color:${INK}">${escapeHtml(name)}</h1>
<p class="mute" style="margin:4px 0 0;font:14px/20px ${SANS};color:${MUTE}">${escapeHtml([days, part].filter(Boolean).join(' · '))}</p>
</td></tr>${intro === undefined ? '' : introRow(intro)}`;
}

const introRow = (intro: string): string => `
<tr><td class="ink" style="padding:16px 0 0;font:italic 17px/26px ${SERIF};color:${INK}">${escapeHtml(intro)}</td></tr>`;

function itemRow(letter: Letter, item: LetterItem, index: number): string {
  if (item.whole) return wholeRow(letter, item, item.whole, index);
  const { accent, words } = letter;
  const link = `href="${escapeHtml(item.url)}"`;
  const kicker = item.kicker
    ? `<p class="accent" style="margin:0 0 4px;font:bold 14px/20px ${SANS};color:${accent.light}">${escapeHtml(item.kicker)}</p>\n`
    : '';
  return `<tr><td style="padding:24px 0 8px">
${pictureHtml(item, index)}${kicker}<h2 style="margin:0;font:bold 21px/27px ${SERIF}"><a ${link} class="ink" style="color:${INK};text-decoration:none">${escapeHtml(item.title)}</a></h2>
<p class="ink" style="margin:8px 0;font:17px/26px ${SERIF};color:${INK}">${escapeHtml(item.blurb)}</p>
${attachedHtml(item)}<p style="margin:0;font:16px/24px ${SANS}"><a ${link} class="accent" style="color:${accent.light}">${escapeHtml(words.readOn)}</a></p>
</td></tr>`;
}

const attachedHtml = ({ attached }: LetterItem): string =>
  attached === undefined
    ? ''
    : `<p class="mute" style="margin:0 0 8px;font:14px/20px ${SANS};color:${MUTE}">${escapeHtml(attached.note)}</p>\n`;

function pictureHtml({ picture, url }: LetterItem, index: number): string {
  if (!picture) return '';
  const source = picture.url ?? `cid:${pictureId(index)}`;
  const width = Math.min(picture.width, LETTER_WIDTH);
  const height = Math.round((picture.height * width) / picture.width);
  return `<a href="${escapeHtml(url)}"><img src="${escapeHtml(source)}" width="${width}" height="${height}" alt="${escapeHtml(picture.alt)}" style="display:block;width:100%;height:auto;border:0"></a>
<p class="mute" style="margin:4px 0 12px;font:13px/18px ${SANS};color:${MUTE}">${escapeHtml(picture.credit)}</p>
`;
}

function footRow(letter: Letter): string {
  const { leave, words } = letter;
  return `<tr><td class="hairline" style="padding:16px 0;border-top:1px solid ${HAIRLINE}">
${asOfHtml(letter)}${checkHtml(letter)}${noticesHtml(letter)}<p class="mute" style="margin:0;font:14px/20px ${SANS};color:${MUTE}">${escapeHtml(words.why)} <a href="${escapeHtml(leave)}" class="mute" style="color:${MUTE}">${escapeHtml(words.leave)}</a></p>
</td></tr>`;
}

const asOfHtml = ({ asOf }: Letter): string =>
  asOf === undefined
    ? ''
    : `<p class="mute" style="margin:0 0 12px;font:13px/19px ${SANS};color:${MUTE}">${escapeHtml(asOf)}</p>\n`;

function checkHtml({ check }: Letter): string {
  if (check === undefined) return '';
  const { title, url, label, fingerprint } = check;
  return `<p class="mute" style="margin:0 0 12px;font:13px/19px ${SANS};color:${MUTE}"><a href="${escapeHtml(url)}" class="mute" style="color:${MUTE}">${escapeHtml(title)}</a><br>${escapeHtml(label)}:<br><span dir="ltr" style="font-family:monospace;word-break:break-word">${escapeHtml(fingerprint)}</span></p>
`;
}

const noticesHtml = ({ notices = [] }: Letter): string =>
  notices
    .map(
      ({ place, text }) =>
        `<p class="mute" style="margin:0 0 12px;font:13px/19px ${SANS};color:${MUTE}"><strong>${escapeHtml(place)}</strong> ${escapeHtml(text)}</p>\n`,
    )
    .join('');
