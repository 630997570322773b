import type { RoomWords } from '../../words/words.ts';
import type { ToldInForm } from './tell-in-form.ts';

/** A problem as the list shows it. */
export interface ListedProblem extends ToldInForm {
  severity: 'error' | 'warning';
  /** The field’s label, or where in the text it is. */
  place: string;
}

/** What is to be mended, as a list over the preview. */
export function problemList(problems: readonly ListedProblem[], words: RoomWords['room']): unknown {
  if (problems.length === 0) {
    return h(
      'aside',
      { className: 'room-check right' },
      h('p', null, `✓ ${words.nothingWrong} ${words.checkedLater}`),
    );
  }
  const items = problems.map(({ severity, place, text, example }, at) =>
    h(
      'li',
      { key: String(at), className: severity },
      h('b', null, place),
      ` ${text}`,
      example === undefined
        ? null
        : h('span', null, ` ${words.example} `, h('code', null, example)),
    ),
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = [
    ...(errors > 0 ? [String(errors)] : []),
    ...(errors < problems.length ? [`${words.advice}: ${problems.length - errors}`] : []),
  ].join(', ');
  return h(
    'aside',
    { className: 'room-check' },
    h(
      'details',
      { open: true },
      h('summary', null, `${words.check}: ${counts}`),
      h('ul', null, ...items),
    ),
    h('p', null, words.checkedLater),
  );
}
