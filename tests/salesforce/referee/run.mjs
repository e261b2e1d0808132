// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run.mjs LISTER FOLDER: installs the parsers into FOLDER (once, until the lock file changes), lets LISTER print
// every statement that the client can send, and lets referee.mjs read them. Ends with the referee's result.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [lister, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
const stamp = join(folder, 'installed-lock.json');

mkdirSync(folder, { recursive: true });
for (const file of ['package.json', 'package-lock.json', '.npmrc', 'referee.mjs']) {
  copyFileSync(join(here, file), join(folder, file));
}
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const installed = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (installed.status !== 0) {
    // In CI it has to run; where npm reaches no registry it cannot.
    console.error('skipped: the parsers could not be installed');
    process.exit(process.env.CI === 'true' ? 1 : 77);
  }
  writeFileSync(stamp, lock);
}

const listed = spawnSync(lister, [], { maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });
if (listed.status !== 0) {
  console.error('the statements could not be listed');
  process.exit(1);
}
const statements = join(folder, 'statements.json');
writeFileSync(statements, listed.stdout);
const judged = spawnSync(process.execPath, ['--test', '--test-reporter=spec', join(folder, 'referee.mjs')], {
  stdio: 'inherit',
  env: { ...process.env, STATEMENTS: statements },
});
process.exit(judged.status ?? 1);
