/** What is in use: its number, its length, and the number that is held. */
export type InUse = [number: number, length: number, held: number];

/** A list that comes: its number, null for none; how many mirrors it names; whether keys were replaced; what is in use then. */
export type ListStep = [
  number: number | null,
  mirrors: number,
  replaced: boolean | undefined,
  used: InUse | null,
];

export interface ListCase {
  name: string;
  clause: string;
  steps: ListStep[];
}

const one = (name: string, ...steps: ListStep[]): ListCase => ({ name, clause: '9.15', steps });
const no = undefined;

/** Lists of mirrors that come after one another, and which of them is in use (SPEC 9.15). */
export const listCases: ListCase[] = [
  one('nothing is in use at first', [null, 0, no, null], [1, 0, no, [1, 0, 0]]),
  one('a first list is taken, however short', [7, 1, no, [7, 1, 0]]),
  one('a longer list is taken', [1, 3, no, [1, 3, 0]], [2, 9, no, [2, 9, 0]]),
  one('half is not shorter by more than half', [1, 4, no, [1, 4, 0]], [2, 2, no, [2, 2, 0]]),
  one('an empty list is held', [1, 1, no, [1, 1, 0]], [2, 0, no, [1, 1, 2]]),
  one('a list of fewer than half is held', [1, 5, no, [1, 5, 0]], [2, 2, no, [1, 5, 2]]),
  one(
    'the same short list again is no newer signature',
    [1, 5, no, [1, 5, 0]],
    [2, 2, no, [1, 5, 2]],
    [2, 2, no, [1, 5, 2]],
  ),
  one(
    'a short list that was signed anew is taken',
    [1, 5, no, [1, 5, 0]],
    [2, 2, no, [1, 5, 2]],
    [3, 2, no, [3, 2, 0]],
  ),
  one(
    'so is an empty one',
    [4, 5, no, [4, 5, 0]],
    [5, 2, no, [4, 5, 5]],
    [9, 0, no, [9, 0, 0]],
    [10, 1, no, [10, 1, 0]],
  ),
  one(
    'a list that is long again ends the holding',
    [1, 4, no, [1, 4, 0]],
    [2, 0, no, [1, 4, 2]],
    [3, 4, no, [3, 4, 0]],
    [4, 1, no, [3, 4, 4]],
  ),
  one(
    'a list that is not at hand changes nothing',
    [3, 4, no, [3, 4, 0]],
    [null, 0, no, [3, 4, 0]],
    [4, 1, no, [3, 4, 4]],
    [null, 0, no, [3, 4, 4]],
  ),
  one('the list in use again changes nothing', [3, 4, no, [3, 4, 0]], [3, 0, no, [3, 4, 0]]),
  one(
    'after keys were replaced the next list is taken',
    [90, 100, no, [90, 100, 0]],
    [1, 2, true, [1, 2, 0]],
  ),
];
