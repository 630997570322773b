/** Whether a path is one of the named files or stands in one of the named folders; `''` names everything. */
export function isWithin(path: string, names: readonly string[]): boolean {
  return names.some((name) => name === '' || path === name || path.startsWith(`${name}/`));
}

/** Whether anything in a folder could be named: the folder, what holds it, or something in it. */
export function mayHold(folder: string, names: readonly string[]): boolean {
  return isWithin(folder, names) || names.some((name) => name.startsWith(`${folder}/`));
}
