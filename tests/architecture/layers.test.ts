import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Files of a folder that hold code, as paths from the root. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesOf(file);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [file] : [];
  });
}

const PASSING =
  /every_annotation|every_event|every_source|every_verification|every_evidence|touchstone\.pass|\benter(Own)?Pass\b|\breadInPass\b/;

/**
 * Whatever reads past the shared layer says so by one of these names; each of these files asks first whether the pass may
 * be seen, or takes its id from whoever did. All others read the views, and cannot come upon a pass.
 */
const READS_PASSES = [
  'lib/data/adjudication-rows.ts', // of revealed passes, on articles that nobody annotates blind
  'lib/data/annotation-filter.ts', // asks passVisibleTo, and counts revealed ones
  'lib/data/annotations.ts', // which ids are taken
  'lib/data/pass-annotations.ts',
  'lib/data/pass-export-rows.ts', // revealed ones, on articles that nobody annotates blind
  'lib/data/passes.ts',
  'lib/data/restore.ts', // writes revealed ones
  'lib/data/revealed-passes.ts',
  'lib/usecases/access.ts',
  'lib/usecases/begin-write.ts',
  'lib/usecases/list-annotations.ts',
  'lib/usecases/list-history.ts',
  'lib/usecases/list-verifications.ts',
  'lib/usecases/open-reading-room.ts',
  'lib/usecases/put-annotation.ts',
  'lib/usecases/restore-annotation.ts',
  'lib/usecases/show-annotation.ts',
  'lib/usecases/verify-annotation.ts',
];

test('only these files look past the shared layer', () => {
  const found = ['app', 'cli', 'lib', 'prisma']
    .flatMap(filesOf)
    .filter((file) => PASSING.test(readFileSync(file, 'utf8')));
  expect(found.sort()).toEqual(READS_PASSES);
});

/**
 * What people read they read through `databaseFor` or `snapshotFor`, as the reader that they are: whoever annotates an
 * article blind is shown nothing of its shared layer. These tell nothing of one.
 */
const READS_AS_NOBODY = [
  'list-full-annotations.ts', // asks isBlindTo
  'list-public-fact-checks.ts', // what is public
  'list-sessions.ts',
  'list-tokens.ts',
  'list-users.ts',
  'list-workspaces.ts',
  'open-pass.ts',
  'open-reading-room.ts', // enters the pass as the reader
  'show-account.ts',
  'show-invitation.ts',
  'show-public-fact-check.ts',
  'follow-article.ts', // asks isBlindTo
  'follow-articles.ts', // asks which revision is the current one
];

test('use cases that read do so as whoever asks', () => {
  const found = readdirSync('lib/usecases')
    .filter((file) => /^(list|show|find|open|export|follow|count|preview|draft)-/.test(file))
    .filter((file) =>
      /\b(database|snapshot|transaction)\(/.test(readFileSync(path.join('lib/usecases', file), 'utf8')),
    );
  expect(found.sort()).toEqual([...READS_AS_NOBODY].sort());
});
