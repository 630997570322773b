import { Parser } from 'htmlparser2';
import { ELEMENTS, EMPTY, isAllowed, ROLES, SILENT } from './allowed.ts';
import { type LinkContext, resolveLink } from './resolve-link.ts';
import { escapeXml } from './xml-text.ts';

export interface XhtmlContext extends LinkContext {
  /** Where pictures lie in the book, by their names. */
  pictures: ReadonlyMap<string, string>;
}

/** A heading of the second level, as contents name it. */
export interface Heading {
  id: string;
  text: string;
}

/** A text as a chapter holds it. */
export interface Xhtml {
  text: string;
  headings: Heading[];
  /** Names of the pictures that it shows. */
  shown: ReadonlySet<string>;
}

/**
 * Writes a text as well-formed XHTML of the elements that a book may hold. Every text survives; what is no text of a
 * page, such as scripts, and what leads nowhere, does not. Never throws: what is nested wrongly is closed as browsers do.
 */
export function buildXhtml(html: string, context: XhtmlContext): Xhtml {
  const writer = new XhtmlWriter(context);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      writer.open(name, attributes);
    },
    ontext: (text) => {
      writer.write(text);
    },
    onclosetag: (name) => {
      writer.close(name);
    },
  });
  parser.end(html);
  return writer;
}

type Attributes = Readonly<Record<string, string>>;

class XhtmlWriter implements Xhtml {
  text = '';
  readonly headings: Heading[] = [];
  readonly shown = new Set<string>();
  private readonly context: XhtmlContext;
  /** The elements that are open, and whether their tags are written. */
  private readonly opened: { name: string; isWritten: boolean }[] = [];
  private silent = 0;
  private heading: Heading | undefined;
  private inReference = false;
  private readonly used = new Set<string>();

  constructor(context: XhtmlContext) {
    this.context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (SILENT.has(name)) this.silent++;
    const isWritten = this.silent === 0 && ELEMENTS.has(name) && this.writeTag(name, attributes);
    this.opened.push({ name, isWritten });
  }

  write(text: string): void {
    if (this.silent > 0) return;
    // A line feed in a text is one; only attributes need it as a reference.
    this.text += escapeXml(text).replaceAll('&#10;', '\n').replaceAll('&#9;', '\t');
    if (this.heading !== undefined && !this.inReference) this.heading.text += text;
  }

  close(name: string): void {
    // A tag in which the text ends is closed by the parser and was never opened here.
    if (this.opened.at(-1)?.name !== name) return;
    if (SILENT.has(name)) this.silent--;
    if (name === 'a') this.inReference = false;
    if (name === 'h2' && this.heading !== undefined) {
      if (this.heading.text.trim() !== '') this.headings.push(this.heading);
      this.heading = undefined;
    }
    if (this.opened.pop()?.isWritten === true && !EMPTY.has(name)) this.text += `</${name}>`;
  }

  private writeTag(name: string, attributes: Attributes): boolean {
    if (name === 'img') return this.writePicture(attributes);
    const role = attributes['role'] ?? '';
    const href = name === 'a' ? resolveLink(attributes['href'] ?? '', this.context) : undefined;
    if (name === 'a' && href === undefined) return false;
    this.inReference = name === 'a' && role === 'doc-noteref';
    const id = this.idOf(name, attributes['id']);
    if (name === 'h2' && id !== undefined) this.heading = { id, text: '' };
    const all: [string, string | undefined][] = [
      ['href', href],
      ['id', id],
      ['role', ROLES.has(role) ? role : undefined],
      ['epub:type', this.inReference ? 'noteref' : this.noteType(attributes['id'])],
      ...this.plainAttributes(name, attributes),
    ];
    const given = all.flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
    );
    this.text += `<${name}${given.join('')}${EMPTY.has(name) ? '/' : ''}>`;
    return true;
  }

  private noteType = (id: string | undefined): string | undefined =>
    id !== undefined && this.context.here.survey.notes.has(id) ? 'footnote' : undefined;

  /** Headings get an id, so that contents can lead to them. */
  private idOf(name: string, given: string | undefined): string | undefined {
    const known = given === undefined ? undefined : this.context.here.survey.ids.get(given);
    const id = known ?? (name === 'h2' ? `s${this.used.size + 1}` : undefined);
    if (id === undefined || this.used.has(id)) return undefined;
    this.used.add(id);
    return id;
  }

  private plainAttributes(name: string, attributes: Attributes): [string, string][] {
    const kept = Object.entries(attributes).filter(([key, value]) => isAllowed(name, key, value));
    const { lang } = attributes;
    if (lang === undefined || !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang)) return kept;
    return [...kept, ['lang', lang], ['xml:lang', lang]];
  }

  private writePicture(attributes: Attributes): boolean {
    const { src = '', alt = '' } = attributes;
    const file = this.context.pictures.get(src);
    if (file === undefined) {
      if (alt !== '') this.text += `<span>[${escapeXml(alt)}]</span>`;
      return false;
    }
    this.shown.add(src);
    const size = this.plainAttributes('img', attributes).map(
      ([key, value]) => ` ${key}="${escapeXml(value)}"`,
    );
    this.text += `<img src="${escapeXml(file)}" alt="${escapeXml(alt)}"${size.join('')}/>`;
    return true;
  }
}
