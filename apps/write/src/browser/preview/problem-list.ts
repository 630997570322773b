import type { ToldProblem } from '@tamizdat/article-schema';
import type { RoomWords } from '../../words/words.ts';

/** What is to be mended, as a list over the preview. */
export function problemList(
  problems: readonly ToldProblem[],
  words: RoomWords['room'] & { body: string },
  labelOf: (field: string) => string,
): unknown {
  if (problems.length === 0) {
    return h(
      'aside',
      { className: 'room-check right' },
      h('p', null, `✓ ${words.nothingWrong} ${words.checkedLater}`),
    );
  }
  const items = problems.map(({ code, severity, field, line, message, remedy, example }, at) =>
    h(
      'li',
      { key: `${code}-${at}`, className: severity },
      h('b', null, field === undefined ? `${words.body}, ${words.line} ${line}` : labelOf(field)),
      ` ${message} ${remedy}`,
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
