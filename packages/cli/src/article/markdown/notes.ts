import { DomUtils, type parseDocument } from 'htmlparser2';
import { isTag, type Tag } from './piece.ts';

/** The notes that a text refers to, numbered as it does. */
export class Notes {
  private readonly numbers = new Map<string, string>();

  constructor(document: ReturnType<typeof parseDocument>) {
    const references = DomUtils.findAll(isReference, document.children);
    for (const { attribs } of references) {
      const id = targetOf(attribs['href']);
      if (!this.numbers.has(id)) this.numbers.set(id, String(this.numbers.size + 1));
    }
  }

  /** The note that an element refers to: the reference, or the raised number that it is. */
  referredBy(tag: Tag): string | undefined {
    if (isReference(tag)) return this.numbers.get(targetOf(tag.attribs['href']));
    // Alone in it: beside a reference may stand the comma that parts two numbers.
    const [only, more] = tag.children;
    if (tag.name !== 'sup' || more !== undefined || only === undefined) return undefined;
    return isTag(only) && isReference(only) ? this.referredBy(only) : undefined;
  }

  /** The number of the note that an element holds; undefined for one that nothing refers to. */
  heldBy({ attribs }: Tag): string | undefined {
    return attribs['id'] === undefined ? undefined : this.numbers.get(attribs['id']);
  }
}

const isReference = ({ attribs }: Pick<Tag, 'attribs'>): boolean =>
  attribs['role'] === 'doc-noteref';

const targetOf = (href = ''): string => href.slice(href.indexOf('#') + 1);
