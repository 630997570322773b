/** Bytes from `start` up to `end`. */
export interface Range {
  start: number;
  end: number;
}
