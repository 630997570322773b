import { recordingExtension } from '@tamizdat/recordings';
import type { HtmlFact, ImageFact, LinkFact, Point, UndefinedLinkFact } from '@tamizdat/body';
import { countCharacters, shorten } from '../characters/count.ts';
import * as limits from '../limits.ts';
import type { Finding } from '../problem.ts';

/** A problem of the text, at a point of the Markdown. */
export type TextNote = Omit<Finding, 'path' | 'at'> & { at: Point };

const SCRIPT_SCHEME = /^\s*(javascript|data|vbscript)\s*:/i;

/** Raw HTML that is not allowed. */
export function htmlNote({ tag, reason, at }: HtmlFact): TextNote {
  const script = tag === 'script' || /\bscript\b/.test(reason);
  return {
    code: script ? 'text-script' : 'text-html',
    at,
    found: tag.startsWith('!') ? '<!' : `<${tag}>`,
    message:
      tag === 'script'
        ? 'There is a <script> in the text.'
        : `${script ? 'This HTML runs a script' : 'This HTML cannot stand in a text'}: ${reason}.`,
    ...(script ? { why: 'A script could send readers’ addresses to anyone.' } : {}),
    remedy: 'Remove it, or say it in Markdown.',
  };
}

/** What is wrong with a link. */
export function linkNotes(link: LinkFact, origin?: string): TextNote[] {
  return [...(link.empty ? [emptyLink(link)] : []), ...targetNotes(link, origin)];
}

const emptyLink = ({ url, at }: LinkFact): TextNote => ({
  code: 'text-link-empty',
  at,
  found: shorten(url),
  message: `The link to “${shorten(url)}” has no text.`,
  why: 'Nobody sees it, and a screen reader has nothing to read out.',
  remedy: 'Write between the square brackets what it leads to, or remove it.',
  example: `[the report](${shorten(url)})`,
});

/** A link by a name that nothing defines. */
export const undefinedLink = ({ written, at }: UndefinedLinkFact): TextNote => ({
  code: 'text-link-undefined',
  severity: 'warning',
  at,
  found: shorten(written),
  message: `“${shorten(written)}” is no link, because no line gives its address: it is printed as it stands.`,
  remedy: 'Write the address in round brackets, or add a line “[name]: address” below the text.',
  example: '[the report](https://example.org/report)',
});

function targetNotes({ url, text, refused, at }: LinkFact, origin?: string): TextNote[] {
  const found = shorten(url);
  const scheme = SCRIPT_SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return [scriptLink(scheme, found, at)];
  if (refused !== undefined) {
    return [
      {
        code: 'text-link-refused',
        at,
        found,
        message: `The link “${found}” cannot be followed: ${refused}.`,
        remedy: 'Write a whole https address, or an address from the site’s root.',
        example: '[the report](https://example.org/report)',
      },
    ];
  }
  if (origin !== undefined && isAt(url, origin)) return [originLink(url, origin, at)];
  if (/^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(url)) return [];
  return [
    {
      code: 'text-link-relative',
      at,
      found,
      message: `The link “${shorten(text, 40)}” begins neither with https:// nor with “/”.`,
      why: 'Where it leads depends on the page it is read on.',
      remedy: 'Write a whole https address, or the address from the site’s root.',
      example: '[the first part](/en/2026/11/22/harbour-lights.html)',
    },
  ];
}

const scriptLink = (scheme: string, found: string, at: Point): TextNote => ({
  code: 'text-script',
  at,
  found,
  message: `The link is a “${scheme}:” address, which can run a script.`,
  why: 'A script could send readers’ addresses to anyone.',
  remedy: 'Write a whole https address.',
  example: '[the report](https://example.org/report)',
});

const isAt = (url: string, origin: string): boolean =>
  url === origin.replace(/\/$/, '') || url.startsWith(origin.replace(/\/?$/, '/'));

const originLink = (url: string, origin: string, at: Point): TextNote => ({
  code: 'text-link-origin',
  severity: 'warning',
  at,
  found: shorten(url),
  message: 'The link leads to the outlet’s own address.',
  why: 'Where that address is blocked, a reader of a mirror cannot follow it.',
  remedy: 'Write the address from the site’s root.',
  example: `[…](/${url.slice(origin.replace(/\/?$/, '/').length)})`,
});

/** What is wrong with an image of the text, its file apart. */
export function imageNotes({ file, alt, refused, at }: ImageFact): TextNote[] {
  if (refused !== undefined) {
    return [
      {
        code: 'text-image-refused',
        at,
        found: shorten(file),
        message: `The image “${shorten(file)}” cannot be shown: ${refused}.`,
        why: 'Pages ask no other site for anything: whoever runs it would learn who reads what.',
        remedy: 'Put the image into the article’s folder and write its name.',
        example: '![A crane lit from below at night](harbour.jpg)',
      },
    ];
  }
  const length = countCharacters(alt.trim());
  if (length === 0) return [imageAlt('text-image-alt-missing', 'has no description', file, at)];
  if (length < limits.ALT_MIN) {
    return [imageAlt('text-image-alt-too-short', 'has too short a description', file, at)];
  }
  if (length <= limits.ALT_MAX) return [];
  const long = `has a description of ${length} characters; at most ${limits.ALT_MAX} fit`;
  return [imageAlt('text-image-alt-too-long', long, file, at)];
}

function imageAlt(code: string, what: string, file: string, at: Point): TextNote {
  const isRecording = recordingExtension(file) !== undefined;
  const [noun, shows, example] = isRecording
    ? ['recording', 'is to be heard or seen', 'The ferry’s horn, three times']
    : ['image', 'the image shows', 'A crane lit from below at night'];
  return {
    code,
    at,
    found: shorten(file),
    message: `The ${noun} “${shorten(file)}” ${what}.`,
    why: isRecording
      ? 'It is the player’s name: screen readers read it out.'
      : 'Screen readers read it out, and it stands where the image does not load.',
    remedy: `Say in the square brackets what ${shows}, in ${limits.ALT_MIN} to ${limits.ALT_MAX} characters.`,
    example: `![${example}](${shorten(file)})`,
  };
}
