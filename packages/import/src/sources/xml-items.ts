import { createReadStream } from 'node:fs';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { XML_DEPTH_MAX, XML_TEXT_MAX_LENGTH } from '../limits.ts';
import { SourceError } from './source-error.ts';

/** An element of an export, with what stands in it. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: XmlElement[];
}

/**
 * The elements of an XML file that stand directly in `/rss/channel`, one by one: no more than one of them is in memory.
 * Entities that the file defines are not expanded, nothing is fetched, faults of the writing are passed over.
 * @throws SourceError for what is nested or long beyond reason
 */
export async function* readXmlItems(file: string): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser();
  const reading = new Reading();
  parser.on('error', () => undefined);
  parser.on('doctype', () => undefined);
  parser.on('opentag', (tag) => {
    reading.open(tag);
  });
  parser.on('closetag', () => {
    reading.close();
  });
  parser.on('text', (text) => {
    reading.add(text);
  });
  parser.on('cdata', (text) => {
    reading.add(text);
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 16 })) {
    decoder ??= new TextDecoder(encodingOf(chunk as Buffer));
    const text = decoder.decode(chunk as Buffer, { stream: true });
    reading.waiting += text.length;
    // A text that has no end would be held whole.
    if (reading.waiting > XML_TEXT_MAX_LENGTH * 2) throw tooMuch();
    parser.write(text);
    yield* reading.take();
  }
  // What the end of the file cut off is no element.
  parser.write(decoder?.decode() ?? '');
  yield* reading.take();
}

const tooMuch = () =>
  new SourceError({
    en: 'The XML holds one text longer than any article, or elements nested without end: nothing reads that.',
    ru: 'В XML есть текст длиннее любой статьи или бесконечно вложенные элементы: такое не прочесть.',
  });

/** As the file itself says; UTF-8 where it says nothing, or nothing known. */
function encodingOf(head: Buffer): string {
  const label =
    /^[^>]{0,200}?encoding=["']([\w-]{2,30})["']/.exec(head.toString('latin1', 0, 300))?.[1] ??
    'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

class Reading {
  /** Characters since something began or ended. */
  waiting = 0;
  #depth = 0;
  readonly #stack: XmlElement[] = [];
  #done: XmlElement[] = [];
  #length = 0;

  open({ name, attributes }: SaxesTagPlain): void {
    this.waiting = 0;
    this.#depth += 1;
    if (this.#depth > XML_DEPTH_MAX) throw tooMuch();
    if (this.#depth < 3) return;
    const element = { name, attributes, text: '', children: [] };
    this.#stack.at(-1)?.children.push(element);
    this.#stack.push(element);
  }

  add(text: string): void {
    const element = this.#stack.at(-1);
    if (element === undefined) return;
    this.#length += text.length;
    // What is too long is cut, and told by its length.
    if (this.#length <= XML_TEXT_MAX_LENGTH * 2) element.text += text;
  }

  close(): void {
    this.waiting = 0;
    this.#depth -= 1;
    const element = this.#stack.pop();
    if (element === undefined || this.#stack.length > 0) return;
    this.#done.push(element);
    this.#length = 0;
  }

  take(): XmlElement[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }
}
