// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// run.mjs LISTER FOLDER: installs the parsers into FOLDER (once, until the lock file changes), lets LISTER print
// every statement that the client can send, and lets referee.mjs read them. Ends with the referee's result.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../../support/npm.mjs';

const [lister, folder] = process.argv.slice(2);
install(import.meta.url, folder);

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
