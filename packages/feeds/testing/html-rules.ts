import { Parser } from 'htmlparser2';

/** Attributes of HTML that hold one address. */
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite', 'data', 'action']);

/** Elements a reader drops, or that run or fetch something. */
const RISKY = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'link', 'meta']);

/** A link inside the same text works everywhere; anything else without a scheme does not. */
function isRelative(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !/^(?:https?|mailto|tel):/i.test(address);
}

function listSrcset(srcset: string): string[] {
  return srcset.split(/,\s+|,$/).map((candidate) => candidate.trim().split(/\s/)[0] ?? '');
}

function verifyAttribute(name: string, value: string): string[] {
  const addresses = name === 'srcset' ? listSrcset(value) : ADDRESSES.has(name) ? [value] : [];
  const relative = addresses.filter(isRelative).map((address) => `ContainsRelRef ${address}`);
  return name.startsWith('on') || name === 'style'
    ? [...relative, `SecurityRisk ${name}`]
    : relative;
}

/**
 * What an item's HTML breaks: relative addresses, which a reader resolves against anything
 * (ContainsRelRef), and elements or attributes that readers strip (SecurityRisk).
 */
export function verifyHtml(html: string): string[] {
  const broken: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (RISKY.has(name)) broken.push(`SecurityRisk ${name}`);
      for (const [key, value] of Object.entries(attributes))
        broken.push(...verifyAttribute(key, value));
    },
  });
  parser.end(html);
  return broken;
}
