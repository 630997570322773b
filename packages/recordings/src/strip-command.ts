const BITEXACT =
  '-map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact';

/** An ffmpeg command that copies sound and picture as they are, and nothing else. Each was tried (testing/fixtures/README.md). */
export function stripCommand(name: string): string {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const isVideo = extension === 'mp4' || extension === 'webm';
  const streams = isVideo ? '-map 0:v:0 -map 0:a:0?' : '-map 0:a:0';
  const own =
    extension === 'mp3'
      ? ' -id3v2_version 0 -write_id3v1 0'
      : /^m(?:4a|p4)$/.test(extension)
        ? ' -movflags +faststart'
        : '';
  return `ffmpeg -i ${quote(name)} ${streams} ${BITEXACT} -c copy${own} clean.${extension}`;
}

/** A name as a shell takes it literally: one from a pull request could hold a command. */
function quote(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
}
