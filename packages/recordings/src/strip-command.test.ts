import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { stripCommand } from './strip-command.ts';

test('a command for each format', () => {
  const commands = ['a.mp3', 'a.m4a', 'a.opus', 'a.mp4', 'a.webm'].map(stripCommand);
  expect(commands).toMatchInlineSnapshot(`
    [
      "ffmpeg -i a.mp3 -map 0:a:0 -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy -id3v2_version 0 -write_id3v1 0 clean.mp3",
      "ffmpeg -i a.m4a -map 0:a:0 -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy -movflags +faststart clean.m4a",
      "ffmpeg -i a.opus -map 0:a:0 -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy clean.opus",
      "ffmpeg -i a.mp4 -map 0:v:0 -map 0:a:0? -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy -movflags +faststart clean.mp4",
      "ffmpeg -i a.webm -map 0:v:0 -map 0:a:0? -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy clean.webm",
    ]
  `);
});

test('a name is never a command', () => {
  for (const name of ['$(id).mp4', '`id`.mp4', "it's.mp4", 'a b;id.mp4', '-y.mp4', 'фото.mp4']) {
    const words = stripCommand(name).replace(/^ffmpeg -i /, '');
    const echoed = execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });
    expect(echoed.split('\n')[0]).toBe(name);
  }
});
