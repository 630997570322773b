import type { Finding } from '../finding.ts';
import { scanHtml } from '../html/scan-html.ts';
import { cleanAddress } from '../links/internal-link.ts';
import { takeInventory } from '../policy/page-inventory.ts';
import { checkAddress, type TreeContext } from './check-address.ts';
import { checkJsonText } from './check-json.ts';

/** Checks the addresses in a stylesheet: `url()` and `@import` (CSS Values 4, 4.5). */
export function checkStylesheet(css: string, file: string, context: TreeContext): Finding[] {
  const found = css.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi,
  );
  return [...found].flatMap((match) => {
    const address = cleanAddress(match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '');
    const place = { offset: match.index, field: 'url', isResource: true, mayBeAbsolute: false };
    if (address.startsWith('#')) return [];
    return checkAddress(file, { address, ...place }, context) ?? [];
  });
}

/** Checks a web manifest: its own addresses are relative to it (W3C Application Manifest). */
export function checkManifest(text: string, file: string, context: TreeContext): Finding[] {
  const findings = checkJsonText(text, 0);
  const addresses = text.matchAll(/"(?:src|start_url|url)"\s*:\s*"([^"\\]*)"/g);
  for (const { 1: address = '', 0: whole, index: offset } of addresses) {
    const field = whole.slice(1, whole.indexOf('"', 1));
    if (address.startsWith('/')) continue;
    const isResource = field === 'src';
    const place = { offset, field, isResource, mayBeAbsolute: false };
    findings.push(...[checkAddress(file, { address, ...place }, context) ?? []].flat());
  }
  return findings;
}

/** Finds addresses in a feed or sitemap that start at the root of the host, those in escaped HTML included. */
export function checkXml(xml: string): Finding[] {
  const inAttributes =
    /\b(?:href|src|url)\s*=\s*(?:["']|&(?:quot|apos|#3[49]);)\s*(\/[^\s"'<>&]*)/g;
  const inElements = /<(?:link|guid|loc|id|url|comments)(?:\s[^<>]*)?>\s*(\/[^\s<]*)/g;
  return [...xml.matchAll(inAttributes), ...xml.matchAll(inElements)].map((match) => ({
    ...FEED_LINK,
    offset: match.index,
    found: match[1] ?? '',
  }));
}

const FEED_LINK = {
  code: 'link-root-absolute',
  message: 'A link in a feed or sitemap has no host.',
  why: 'Feed readers show an item away from the site, where such a link leads nowhere.',
  remedy: 'Write it with the outlet’s full address.',
};

/** Checks an SVG file, which may run scripts and load things when it is opened by itself. */
export function checkSvg(svg: string, file: string, context: TreeContext): Finding[] {
  const findings: Finding[] = [];
  scanHtml(svg, {
    openTag: ({ name, attributes, start }) => {
      if (name === 'script') findings.push({ ...SVG_SCRIPT, offset: start });
      if (name === 'metadata') findings.push({ ...SVG_METADATA, offset: start });
      for (const attribute of attributes.values()) {
        if (!attribute.name.startsWith('on')) continue;
        findings.push({ ...SVG_SCRIPT, offset: attribute.start, field: attribute.name });
      }
    },
  });
  for (const { address, tag, attribute, offset } of takeInventory(svg).addresses) {
    if (address.startsWith('#') || /^data:image\//i.test(address)) continue;
    const field = `${tag.name} ${attribute}`;
    const found = { address, offset, field, isResource: tag.name !== 'a', mayBeAbsolute: false };
    findings.push(...[checkAddress(file, found, context) ?? []].flat());
  }
  return findings;
}

const SVG_SCRIPT = {
  code: 'svg-script',
  message: 'The drawing holds a script.',
  why: 'An SVG file that is opened by itself runs it.',
  remedy: 'Take it out.',
};

const SVG_METADATA = {
  code: 'image-metadata',
  message: 'The drawing holds metadata.',
  why: 'Drawing programs write names, dates and file paths there.',
  remedy: 'Export it as plain SVG, or take the <metadata> element out.',
};
