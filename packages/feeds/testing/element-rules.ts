import type { Finding } from './finding.ts';
import { verifyHtml } from './html-rules.ts';
import type { ValueRule } from './value-rules.ts';
import type { XmlElement } from './xml-tree.ts';

/** What an element may hold. */
export interface ElementRules {
  /** Times it must stand in its parent; 0 when left out. */
  min?: number;
  /** Times it may stand in its parent; 1 when left out. */
  max?: number;
  /** Rules for its text; an element without rules holds elements only. */
  text?: ValueRule[];
  /** Its text is HTML. */
  html?: true;
  /** Attributes it must have. */
  attributes?: Record<string, ValueRule>;
  /** Attributes it may have. */
  optional?: Record<string, ValueRule>;
  children?: Record<string, ElementRules>;
}

function verifyText(element: XmlElement, rules: ElementRules, at: string): Finding[] {
  const { text } = element;
  if (rules.html) {
    return verifyHtml(text).map((found) => ({ rule: found.split(' ')[0] ?? '', at, found }));
  }
  if (rules.text === undefined) {
    return text.trim() === '' ? [] : [{ rule: 'UnexpectedText', at, found: text }];
  }
  const padded = text !== text.trim();
  return [
    ...(padded ? [{ rule: 'UnexpectedWhitespace', at, found: text }] : []),
    ...rules.text
      .filter(({ holds }) => !holds(text))
      .map(({ rule }) => ({ rule, at, found: text })),
  ];
}

function verifyAttributes(element: XmlElement, rules: ElementRules, at: string): Finding[] {
  const known: Record<string, ValueRule> = { ...rules.attributes, ...rules.optional };
  const missing = Object.keys(rules.attributes ?? {})
    .filter((name) => !element.attributes.has(name))
    .map((name) => ({ rule: 'MissingAttribute', at, found: name }));
  const wrong = [...element.attributes].flatMap(([name, value]) => {
    const rule = known[name];
    if (rule === undefined) return [{ rule: 'AttributeNotAllowed', at, found: name }];
    return rule.holds(value) ? [] : [{ rule: rule.rule, at: `${at}@${name}`, found: value }];
  });
  return [...missing, ...wrong];
}

function verifyCounts(element: XmlElement, rules: ElementRules, at: string): Finding[] {
  return Object.entries(rules.children ?? {}).flatMap(([name, { min = 0, max = 1 }]) => {
    const count = element.children.filter((child) => child.name === name).length;
    if (count < min) return [{ rule: 'MissingElement', at, found: name }];
    return count > max ? [{ rule: 'DuplicateElement', at, found: name }] : [];
  });
}

/** Everything in an element, its descendants included, that breaks its rules. */
export function verifyElement(element: XmlElement, rules: ElementRules, at: string): Finding[] {
  const seen = new Map<string, number>();
  const inner = element.children.flatMap((child) => {
    const number = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, number);
    const childRules = rules.children?.[child.name];
    if (childRules === undefined) return [{ rule: 'UndefinedElement', at, found: child.name }];
    return verifyElement(child, childRules, `${at}/${child.name}[${number}]`);
  });
  return [
    ...verifyText(element, rules, at),
    ...verifyAttributes(element, rules, at),
    ...verifyCounts(element, rules, at),
    ...inner,
  ];
}
