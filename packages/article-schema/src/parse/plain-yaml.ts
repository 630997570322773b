/** A YAML file's text without byte order mark, line ends as `\n`. */
export function plainYaml(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
