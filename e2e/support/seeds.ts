import fs from 'node:fs';
import path from 'node:path';
import { atRoot } from '../../cli/boot/root.mjs';

const FOLDER = path.join(path.dirname(atRoot()), 'shared', 'seeds');

/** Why a test that needs the real articles is skipped where they are not. They may not be passed on with the code. */
export const NO_SEEDS = 'the real articles of ../shared/seeds are not here';

/** The files of the real articles; none where they are not. */
export const seedFiles: readonly string[] = fs.existsSync(FOLDER)
  ? fs
      .readdirSync(FOLDER)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => path.join(FOLDER, name))
  : [];

/** The text of the first real article that holds what matches, or null. */
export const findSeed = (pattern: RegExp): string | null =>
  seedFiles.map((file) => fs.readFileSync(file, 'utf8')).find((text) => pattern.test(text)) ?? null;
