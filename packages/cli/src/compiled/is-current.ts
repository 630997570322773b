import { readFileSync } from 'node:fs';
import { digestAhead } from '../build/digest-kit.ts';
import { quickKit } from '../repository/folders.ts';

/** Whether the compiled command, of which this is a part, is of the kit's sources as they are. */
export const isCurrent = (): boolean => readFileSync(quickKit, 'utf8') === digestAhead();
