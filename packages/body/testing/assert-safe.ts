import { Parser } from 'htmlparser2';
import { expect } from 'vitest';

const ELEMENTS = new Set(
  'a abbr b bdi blockquote br cite code del div em h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s section small span strong sub sup table tbody td th thead time tr ul wbr'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'aria-label aria-labelledby class datetime dir href id lang role start tabindex title'.split(' '),
);
const LINK = /^(?:https?:\/\/[^/\\\s]|mailto:|tel:|#|[^:\\]*$|[^:\\]*[/?#])/i;

/** Reads rendered HTML with a parser that is not ours, and fails on anything a body may not hold. */
export function assertSafe(html: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      expect(ELEMENTS, `<${name}>`).toContain(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(ATTRIBUTES, `${attribute}=`).toContain(attribute);
        if (attribute === 'href') {
          expect(value).toMatch(LINK);
          expect(value.startsWith('//')).toBe(false);
          // What a browser makes of it: the same schemes.
          expect(new URL(value, 'https://base.example/').protocol).toMatch(
            /^(?:https?|mailto|tel):$/,
          );
        }
      }
    },
    oncomment: () => expect.unreachable('a comment'),
    onprocessinginstruction: () => expect.unreachable('an instruction'),
  });
  parser.write(html);
  parser.end();
}
