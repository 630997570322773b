import { spawnSync } from 'node:child_process';

/** A program that tests use and npm does not bring, with its Debian package. */
interface Tool {
  name: string;
  package: string;
  /** Command that succeeds where the tool is there. */
  probe: [string, ...string[]];
}

const tools: Tool[] = [
  {
    // The engine without the windows: half the work for the processor.
    name: 'Chromium without windows',
    package: 'chromium-headless-shell',
    probe: ['/usr/bin/chromium-headless-shell', '--version'],
  },
  { name: 'newsboat', package: 'newsboat', probe: ['newsboat', '--version'] },
  {
    name: 'feedparser',
    package: 'python3-feedparser',
    probe: ['/usr/bin/python3', '-c', 'import feedparser'],
  },
  {
    name: 'cryptography',
    package: 'python3-cryptography',
    probe: ['/usr/bin/python3', '-c', 'import cryptography'],
  },
  {
    name: 'DejaVu fonts',
    package: 'fonts-dejavu-core',
    probe: ['test', '-e', '/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf'],
  },
  { name: 'nginx', package: 'nginx-light', probe: ['/usr/sbin/nginx', '-v'] },
  { name: 'Caddy', package: 'caddy', probe: ['caddy', 'version'] },
  { name: 'Tor', package: 'tor', probe: ['tor', '--version'] },
  { name: 'OpenSSL', package: 'openssl', probe: ['openssl', 'version'] },
  {
    name: 'libfaketime',
    package: 'libfaketime',
    probe: ['test', '-e', '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'],
  },
  { name: 'certutil', package: 'libnss3-tools', probe: ['which', 'certutil'] },
  { name: 'systemd', package: 'systemd', probe: ['systemd-analyze', '--version'] },
  { name: 'rclone', package: 'rclone', probe: ['rclone', 'version'] },
  { name: 'aria2', package: 'aria2', probe: ['aria2c', '--version'] },
  { name: 'ExifTool', package: 'libimage-exiftool-perl', probe: ['exiftool', '-ver'] },
  { name: 'unzip', package: 'unzip', probe: ['unzip', '-v'] },
  { name: 'Java', package: 'default-jre-headless', probe: ['java', '-version'] },
  {
    name: 'zim-tools',
    package: 'zim-tools',
    probe: ['zimwriterfs', '--version'],
  },
  { name: 'Kiwix', package: 'kiwix-tools', probe: ['kiwix-serve', '--version'] },
  {
    name: 'EPUBCheck',
    package: 'epubcheck',
    probe: ['test', '-e', '/usr/share/java/epubcheck.jar'],
  },
];

function isThere({ probe: [command, ...args] }: Tool): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/**
 * Installs from Debian what is missing, where that can be done without asking anybody.
 * @returns the names of what is still missing. In CI that ends the run: a test that is skipped there guards nothing.
 */
export function installTools(): string[] {
  const missing = tools.filter((tool) => !isThere(tool));
  if (
    missing.length > 0 &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version']).status === 0
  ) {
    const packages = missing.map((tool) => tool.package);
    process.stdout.write(`Installing ${packages.join(', ')}\n`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const still = missing.filter((tool) => !isThere(tool));
  if (still.length > 0 && process.env['CI']) {
    process.stdout.write(
      `Missing in CI: ${still.map((tool) => `${tool.name} (apt-get install ${tool.package})`).join(', ')}\n`,
    );
    process.stdout.write(`\n0 passed, ${still.length} failed\n`);
    process.exit(1);
  }
  return still.map((tool) => `${tool.name} (apt-get install ${tool.package})`);
}
