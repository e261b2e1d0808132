// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run.mjs SERVER FOLDER: installs jsforce into FOLDER (once, until the lock file changes), starts the
// sandbox's org and lets referee.mjs play against it. Ends with the referee's result.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from '../../../support/npm.mjs';

const [server, folder] = process.argv.slice(2);
install(import.meta.url, folder);

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
