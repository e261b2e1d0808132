// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Copies the package beside `script` with its referee.mjs into `folder` and installs what it needs there: once, until
 * the lock file changes. Where that cannot be done, the program ends as a skipped test; in CI, where it has to run, as a
 * failed one.
 */
export function install(script, folder) {
  const here = dirname(fileURLToPath(script));
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'installed-lock.json');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'referee.mjs']) {
    copyFileSync(join(here, file), join(folder, file));
  }
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const installed = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (installed.status !== 0) {
    console.error('skipped: the packages could not be installed');
    process.exit(process.env.CI === 'true' ? 1 : 77);
  }
  writeFileSync(stamp, lock);
}
