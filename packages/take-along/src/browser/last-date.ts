/** The latest time that an article names of itself, and its words there. */
export function lastDate(copy: Element): { at: string; text: string } {
  const times = [...copy.querySelectorAll('time')].map(({ dateTime, textContent }) => ({
    at: dateTime,
    text: textContent,
  }));
  return times.reduce(
    (last, one) => (Date.parse(one.at) > Date.parse(last.at) ? one : last),
    times[0] ?? { at: '', text: '' },
  );
}
