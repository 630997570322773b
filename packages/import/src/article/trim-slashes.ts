/** A path without the slashes before and behind it. Linear, as no expression for both ends is. */
export function trimSlashes(path: string): string {
  let start = 0;
  while (path[start] === '/') start += 1;
  return trimEndSlashes(path.slice(start));
}

/** A path without the slashes behind it. */
export function trimEndSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
