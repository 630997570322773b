import type { PublishApartOptions } from '@tamizdat/mirrors';
import type { ProgressLine } from '../frame/progress-line.ts';

type Tell = NonNullable<PublishApartOptions['tell']>;

/** Shows how far each mirror is, all on one line. */
export function showMirrors(line: ProgressLine): Tell {
  const states = new Map<string, string>();
  return (name, { sent, total }) => {
    states.set(name, `${name} ${sent}/${total}`);
    line.show([...states.values()].join('  '));
  };
}
