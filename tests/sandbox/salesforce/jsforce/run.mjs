// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run.mjs SERVER FOLDER: installs jsforce into FOLDER (once, until the lock file changes), starts the
// sandbox's org and lets referee.mjs play against it. Ends with the referee's result.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [server, folder] = process.argv.slice(2);
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
    console.error('skipped: jsforce could not be installed');
    process.exit(process.env.CI === 'true' ? 1 : 77);
  }
  writeFileSync(stamp, lock);
}

const sandbox = spawn(server, [], { stdio: ['pipe', 'pipe', 'inherit'] });
const address = await new Promise((resolve, reject) => {
  let text = '';
  sandbox.stdout.on('data', (chunk) => {
    text += chunk;
    if (text.includes('\n')) resolve(text.split('\n')[0].trim());
  });
  sandbox.on('error', reject);
  sandbox.on('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)));
});

const referee = spawn(process.execPath, ['--test', '--test-reporter=spec', join(folder, 'referee.mjs')], {
  stdio: 'inherit',
  env: { ...process.env, SANDBOX_URL: address },
});
referee.on('exit', (code) => {
  sandbox.stdin.end();
  sandbox.on('exit', () => process.exit(code ?? 1));
});
