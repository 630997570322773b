import { escapeHtml } from '@tamizdat/render';
import { type HtmlTag, scanHtml } from '@tamizdat/tree';
import { HAIRLINE, MUTE, SANS, SERIF } from './look.ts';
import { narrowTables } from './narrow-tables.ts';

/** How a text is set in a mail. */
export interface MailSetting {
  dir: 'ltr' | 'rtl';
  /** Colour of links on light paper, `#rrggbb`. */
  accent: string;
}

/** What of an element’s attributes goes along: no id, since two articles of one mail may have the same. */
const KEPT =
  'alt datetime dir height href lang reversed rowspan colspan src start title type value width'.split(
    ' ',
  );

/** Elements that old mail programs do not know, and those that stand below the headline of an article. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['figure', 'div'],
  ['figcaption', 'p'],
  ['section', 'div'],
  ['h2', 'h3'],
  ['h3', 'h4'],
  ['h4', 'h5'],
  ['h5', 'h6'],
]);

/**
 * Sets an article’s HTML for mail programs: every style in its element, no id, no class but those that dark mode
 * knows, and tables no wider than a phone. The text takes its face and colour from the cell around it.
 *
 * @param html As {@link wholeArticleHtml} gives it, with absolute links.
 */
export function setForMail(html: string, setting: MailSetting): string {
  const narrow = narrowTables(html);
  const pieces: string[] = [];
  let done = 0;
  scanHtml(narrow, {
    openTag: (tag) => {
      pieces.push(narrow.slice(done, tag.start), tagHtml(tag, setting));
      done = tag.end;
    },
    closeTag: (name, start) => {
      pieces.push(narrow.slice(done, start), OTHER_NAMES.get(name) ?? name);
      done = start + name.length;
    },
  });
  return pieces.join('') + narrow.slice(done);
}

function tagHtml(tag: HtmlTag, setting: MailSetting): string {
  const kept = KEPT.flatMap((name) => {
    const value = tag.attributes.get(name)?.value;
    return value === undefined ? [] : [` ${name}="${escapeHtml(value)}"`];
  });
  const { style, mark } = lookOf(tag, setting);
  const classes = mark === undefined ? '' : ` class="${mark}"`;
  const styles = style === undefined ? '' : ` style="${style}"`;
  return `<${OTHER_NAMES.get(tag.name) ?? tag.name}${kept.join('')}${classes}${styles}>`;
}

interface Look {
  style?: string;
  /** A class that dark mode knows. */
  mark?: 'accent' | 'hairline' | 'mute';
}

function lookOf({ name, attributes }: HtmlTag, { dir, accent }: MailSetting): Look {
  const start = dir === 'rtl' ? 'right' : 'left';
  switch (name) {
    case 'a':
      return { mark: 'accent', style: `color:${accent}` };
    case 'blockquote':
      return {
        mark: 'hairline',
        style: `margin:0 0 16px;padding-${start}:16px;border-${start}:3px solid ${HAIRLINE}`,
      };
    case 'figcaption':
      return { mark: 'mute', style: `margin:4px 0 0;font:13px/18px ${SANS};color:${MUTE}` };
    case 'img': {
      const width = Number(attributes.get('width')?.value);
      return { style: `display:block;width:100%;max-width:${width}px;height:auto;border:0` };
    }
    case 'ol':
    case 'ul':
      return { style: `margin:0 0 16px;padding:0;padding-${start}:24px` };
    case 'td':
    case 'th': {
      const side = attributes.get('class')?.value === 'al-r' ? 'right' : start;
      return {
        mark: 'hairline',
        style: `padding:5px 8px;border-bottom:1px solid ${HAIRLINE};font-size:15px;line-height:20px;text-align:${side};vertical-align:top`,
      };
    }
    default: {
      const style = STYLES.get(name);
      return style === undefined ? {} : { style };
    }
  }
}

const STYLES: ReadonlyMap<string, string> = new Map([
  ['p', 'margin:0 0 16px'],
  ['h2', `margin:24px 0 8px;font:bold 19px/25px ${SERIF}`],
  ['h3', `margin:20px 0 8px;font:bold 17px/24px ${SERIF}`],
  ['h4', `margin:16px 0 8px;font:bold 17px/24px ${SERIF}`],
  ['figure', 'margin:0 0 16px'],
  ['li', 'margin:0 0 6px'],
  ['pre', 'margin:0 0 16px;white-space:pre-wrap;font-size:14px'],
  ['section', 'margin:24px 0 0;font-size:15px;line-height:22px'],
  ['small', 'font-size:14px'],
  ['sub', 'font-size:12px;line-height:0'],
  ['sup', 'font-size:12px;line-height:0'],
  ['table', 'width:100%;border-collapse:collapse;margin:0 0 16px'],
]);
