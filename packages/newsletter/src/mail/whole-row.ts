import { escapeHtml } from '@tamizdat/render';
import type { Letter, LetterItem, WholeArticle } from '../letter.ts';
import { INK, HAIRLINE, MUTE, SANS, SERIF } from './look.ts';
import { setForMail } from './set-for-mail.ts';

/** An article in full: over it its section or kicker, headline, names and dates; below it where else it stands. */
export function wholeRow(
  letter: Letter,
  item: LetterItem,
  whole: WholeArticle,
  index: number,
): string {
  const { accent } = letter;
  const side = whole.dir === 'rtl' ? 'right' : 'left';
  const rule = index === 0 ? '' : `;border-top:1px solid ${HAIRLINE}`;
  const kicker = item.kicker
    ? `<p class="accent" style="margin:0 0 4px;font:bold 14px/20px ${SANS};color:${accent.light}">${escapeHtml(item.kicker)}</p>\n`
    : '';
  const text = setForMail(whole.html, { dir: whole.dir, accent: accent.light });
  return `<tr><td lang="${escapeHtml(whole.lang)}" dir="${whole.dir}" class="ink hairline" style="padding:24px 0;font:17px/26px ${SERIF};color:${INK};text-align:${side};word-break:break-word${rule}">
${kicker}<h2 style="margin:0 0 8px;font:bold 25px/31px ${SERIF}"><a href="${escapeHtml(item.url)}" class="ink" style="color:${INK};text-decoration:none">${escapeHtml(item.title)}</a></h2>
<p class="mute" style="margin:0 0 16px;font:14px/20px ${SANS};color:${MUTE}">${whole.meta.map(escapeHtml).join('<br>')}</p>
${text}
${addressesHtml(letter, item.url, whole)}
</td></tr>`;
}

/** Its addresses are written out: whoever prints the mail or passes it on as text keeps them. */
function addressesHtml(
  { words, accent }: Letter,
  url: string,
  { elsewhere }: WholeArticle,
): string {
  const link = (address: string) =>
    `<a href="${escapeHtml(address)}" class="accent" style="color:${accent.light}">${escapeHtml(address)}</a>`;
  const others =
    elsewhere.length === 0
      ? ''
      : `<br>${escapeHtml(words.alsoAt)}:<br>${elsewhere.map(link).join('<br>')}`;
  return `<p class="mute" style="margin:16px 0 0;font:13px/19px ${SANS};color:${MUTE}">${link(url)}${others}</p>`;
}
