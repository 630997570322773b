import type { Finding } from '../finding.ts';
import { scanHtml } from '../html/scan-html.ts';
import { cleanAddress } from '../links/internal-link.ts';
import { takeInventory } from '../policy/page-inventory.ts';
import { checkAddress, type TreeContext } from './check-address.ts';
import { checkJsonText } from './check-json.ts';

/** Checks the addresses in a stylesheet: `url()` and `@import` (CSS Values 4, 4.5). */
export function checkStylesheet(css: string, file: string, context: TreeContext): Finding[] {
  return [...findCssAddresses(css)].flatMap(({ address, offset }) => {
    if (address.startsWith('#')) return [];
    const place = { offset, field: 'url', isResource: true, mayBeAbsolute: false };
    return checkAddress(file, { address, ...place }, context) ?? [];
  });
}

/** Lists what follows each `url(` and `@import`. Stops where a quote or parenthesis is never closed. */
function* findCssAddresses(css: string): Generator<{ address: string; offset: number }> {
  const opening = /(url\(|@import)\s*(["']?)/gi;
  for (let match = opening.exec(css); match; match = opening.exec(css)) {
    const start = opening.lastIndex;
    // `@import url(…)` comes round again as url().
    if (match[1] !== undefined && match[1].startsWith('@') && !match[2]) continue;
    const end = css.indexOf(match[2] || ')', start);
    if (end === -1) return;
    yield { address: cleanAddress(css.slice(start, end)), offset: match.index };
    opening.lastIndex = end;
  }
}

/** Checks a web manifest: its own addresses are relative to it (W3C Application Manifest). */
export function checkManifest(text: string, file: string, context: TreeContext): Finding[] {
  const findings = checkJsonText(text, 0, true);
  const addresses = text.matchAll(/"(?:src|start_url|url)"\s*:\s*"([^"\\]*)"/g);
  for (const { 1: address = '', 0: whole, index: offset } of addresses) {
    const field = whole.slice(1, whole.indexOf('"', 1));
    if (address.startsWith('/')) continue;
    const isResource = field === 'src';
    const place = { offset, field, isResource, mayBeAbsolute: false };
    const finding = checkAddress(file, { address, ...place }, context);
    if (finding) findings.push(finding);
  }
  return findings;
}

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
    const finding = checkAddress(file, found, context);
    if (finding) findings.push(finding);
  }
  return findings;
}

const SVG_SCRIPT = {
  code: 'svg-script',
  message: 'The drawing holds a script.',
  why: 'An SVG file that is opened by itself runs it.',
  remedy: 'Take it out.',
  ru: {
    message: 'В рисунке есть скрипт.',
    why: 'Если открыть файл SVG отдельно, скрипт выполнится.',
    remedy: 'Уберите его.',
  },
};

const SVG_METADATA = {
  code: 'image-metadata',
  message: 'The drawing holds metadata.',
  why: 'Drawing programs write names, dates and file paths there.',
  remedy: 'Export it as plain SVG, or take the <metadata> element out.',
  ru: {
    message: 'В рисунке есть метаданные.',
    why: 'Графические программы пишут туда имена, даты и пути к файлам.',
    remedy: 'Экспортируйте его как простой SVG или уберите элемент <metadata>.',
  },
};
