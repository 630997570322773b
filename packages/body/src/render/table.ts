import type { Element, Properties } from 'hast';
import type { Table, TableRow } from 'mdast';
import { SCROLLED_LABEL_MAX } from '../limits.ts';
import { textOfNodes } from '../text.ts';
import { breakable } from './breakable.ts';
import type { RenderContext } from './context.ts';
import { cleanText, element } from './element.ts';
import { renderPhrasing } from './inline.ts';

const ALIGN_CLASS: Readonly<Record<string, string>> = { center: 'al-c', right: 'al-r' };

function renderRow(
  row: TableRow,
  cell: 'td' | 'th',
  table: Table,
  context: RenderContext,
): Element {
  const cells = row.children.map((content, index) => {
    const align = ALIGN_CLASS[table.align?.[index] ?? ''];
    const properties: Properties = align === undefined ? {} : { className: [align] };
    const words = breakable(renderPhrasing(content.children, context));
    return element(cell, properties, [...words, ...context.displaced.splice(0)]);
  });
  return element('tr', {}, cells);
}

/**
 * A table in a frame that scrolls on a narrow screen. Such a frame has to be reachable by keyboard (WCAG
 * 2.1.1), and what is reachable needs a name (4.1.2): the header cells, the only words that are at hand.
 */
export function renderTable(table: Table, context: RenderContext): Element {
  const [head, ...rows] = table.children;
  const label = head
    ? head.children
        .map((cell) => textOfNodes([cell]))
        .filter(Boolean)
        .join(', ')
    : '';
  const parts: Element[] = [];
  if (head) parts.push(element('thead', {}, [renderRow(head, 'th', table, context)]));
  if (rows.length > 0)
    parts.push(
      element(
        'tbody',
        {},
        rows.map((row) => renderRow(row, 'td', table, context)),
      ),
    );
  const properties: Properties = { className: ['table'], tabIndex: 0 };
  if (label !== '')
    Object.assign(properties, {
      role: 'region',
      ariaLabel: cleanText(label).slice(0, SCROLLED_LABEL_MAX).toWellFormed(),
    });
  return element('div', properties, [element('table', {}, parts)]);
}
