/** A headline, whole words of it, as a name that every system takes. */
export function fileName(title: string): string {
  const name = title.replace(/\p{Cf}/gu, '').replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
  // 255 bytes are a name on most disks; letters of most scripts take two.
  const short = name.length > 80 ? name.slice(0, 80).replace(/\s\S{0,80}$/, '') : name;
  const bare = short
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
  const ended = bare.replace(/^[. ]{1,80}|[. ]{1,80}$/g, '');
  // Windows opens devices by these names, whatever ending stands behind them.
  const isDevice = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/i.test(ended);
  return `${ended === '' || isDevice ? 'text' : ended}.html`;
}
