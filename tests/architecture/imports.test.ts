import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Source files of a folder, as paths from the root. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesOf(file);
    return /\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** What a file imports: packages by name, own files by their path from the root. Types count too. */
function importsOf(file: string): string[] {
  return specifiersOf(readFileSync(file, 'utf8')).map((specifier) => resolved(specifier, file));
}

const specifiersOf = (text: string): string[] =>
  [
    ...text.matchAll(/^(?:import|export)[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map(([, specifier]) => specifier!);

const resolved = (specifier: string, file: string): string =>
  specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.normalize(path.join(path.dirname(file), specifier))
      : specifier;

/** What is left of a file's imports when the types are gone. */
function valueImportsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const types = [
    ...text.matchAll(
      /^(?:import|export)\s+(?:type\b|\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?\s*)+\})[^'"]*?from\s+['"]([^'"]+)['"]/gm,
    ),
  ];
  const onlyTypes = new Set(types.map(([, specifier]) => specifier!));
  return specifiersOf(text)
    .filter((specifier) => !onlyTypes.has(specifier))
    .map((specifier) => resolved(specifier, file));
}

/** The file that an import from the root names, or null for a package. */
function sourceFile(imported: string): string | null {
  return [`${imported}.ts`, `${imported}.tsx`].find((file) => isOwn(file) && existsSync(file)) ?? null;
}

const isUnder =
  (...folders: string[]) =>
  (imported: string): boolean =>
    folders.some((folder) => imported === folder || imported.startsWith(`${folder}/`));

const LAYERS = [
  'app',
  'cli',
  'bench',
  'prisma',
  'lib/usecases',
  'lib/auth',
  'lib/live',
  'lib/guard',
  'lib/data',
  'lib/env',
];
const PURE = ['lib/domain', 'lib/ingest', 'lib/suggest', 'lib/export', 'lib/release'];
const isOwn = isUnder('app', 'cli', 'bench', 'prisma', 'lib', 'tests', 'e2e');

/** Files of these folders that import something which `isAllowed` does not allow. */
function offenders(folders: string[], isAllowed: (imported: string, file: string) => boolean): string[] {
  return folders
    .filter((folder) => {
      try {
        return readdirSync(folder).length > 0;
      } catch {
        return false;
      }
    })
    .flatMap(filesOf)
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(imported, file))
        .map((imported) => `${file} → ${imported}`),
    );
}

/** Folders whose files run in a browser, though they do not say so themselves. */
const isBrowserOnly = (file: string): boolean => file.includes('/_browser/') || file.startsWith('app/_live/');
const isClient = (file: string): boolean => /^\s*['"]use client['"]/.test(readFileSync(file, 'utf8'));

describe('imports go downwards only', () => {
  test('the pure folders import each other’s domain and a few pure packages', () => {
    const packages = new Set([
      'zod',
      'fast-myers-diff',
      'csv-stringify/sync',
      'csv-stringify',
      'fflate',
      'hyparquet-writer',
    ]);
    const isAllowed = (imported: string): boolean =>
      isUnder('lib/domain')(imported) || packages.has(imported);
    expect(offenders(['lib/domain'], isAllowed)).toEqual([]);
    // The documents of a release are made of what is exported and of what tells that two articles are one story.
    const others: Readonly<Record<string, string[]>> = { 'lib/release': ['lib/export', 'lib/ingest'] };
    for (const folder of PURE.slice(1)) {
      const isOwnOrBelow = isUnder(folder, ...(others[folder] ?? []));
      expect(offenders([folder], (imported) => isAllowed(imported) || isOwnOrBelow(imported))).toEqual([]);
    }
  });

  test('the pure folders ask neither the clock nor chance nor the environment', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bcrypto\.(randomUUID|getRandomValues)/;
    const found = PURE.flatMap((folder) => {
      try {
        return filesOf(folder);
      } catch {
        return [];
      }
    }).filter((file) => impure.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });

  test('only lib/data imports Prisma and the database driver', () => {
    const isDatabase = isUnder('@prisma', 'pg', 'pg-query-stream', 'lib/data/generated');
    const others = [
      'app',
      'cli',
      'lib/domain',
      'lib/usecases',
      'lib/auth',
      'lib/live',
      'lib/export',
      'lib/ingest',
      'lib/release',
    ];
    expect(offenders(others, (imported) => !isDatabase(imported))).toEqual([]);
  });

  test('lib/data imports the domain, the records of exports, the environment and itself', () => {
    const isAllowed = isUnder('lib/data', 'lib/domain', 'lib/env', 'lib/export/records');
    expect(offenders(['lib/data'], (imported) => !isOwn(imported) || isAllowed(imported))).toEqual([]);
  });

  test('the guard imports the domain and nothing of Next, React or the database', () => {
    const isAllowed = isUnder('lib/guard', 'lib/domain');
    const isNode = (imported: string): boolean => imported.startsWith('node:');
    expect(
      offenders(
        ['lib/guard'],
        (imported) => isAllowed(imported) || isNode(imported) || imported === 'server-only',
      ),
    ).toEqual([]);
  });

  test('use cases, sign-in and the live feed never import routes or React', () => {
    const isForbidden = isUnder('app', 'cli', 'react', 'react-dom');
    expect(
      offenders(
        ['lib/usecases', 'lib/live'],
        (imported) => !isForbidden(imported) && !isUnder('next')(imported),
      ),
    ).toEqual([]);
    const isPage = isUnder('app', 'cli');
    expect(offenders(['lib/auth'], (imported) => !isPage(imported))).toEqual([]);
  });

  test('pages and routes reach the database through use cases', () => {
    expect(
      offenders(['app', 'cli'], (imported, file) => !isUnder('lib/data')(imported) || isEnd(imported, file)),
    ).toEqual([]);
  });

  test('client files import the domain and the wire format only', () => {
    const isAllowed = isUnder('app', 'lib/domain', 'lib/live/wire');
    const clients = filesOf('app').filter((file) => isClient(file) || isBrowserOnly(file));
    expect(clients.length).toBeGreaterThan(0);
    const found = clients.flatMap((file) =>
      importsOf(file)
        .filter((imported) => isOwn(imported) && !isAllowed(imported))
        .map((imported) => `${file} → ${imported}`),
    );
    expect(found).toEqual([]);
  });

  test('no schema is sent to the browser: what a client file needs of the domain parses nothing', () => {
    const start = filesOf('app').filter((file) => isClient(file) || isBrowserOnly(file));
    const seen = new Set<string>();
    const found: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const imported of valueImportsOf(file)) {
        if (imported === 'zod') found.push([...path, file].join(' → '));
        // A server action is called, not sent.
        const next = sourceFile(imported);
        if (next && !/^\s*['"]use server['"]/.test(readFileSync(next, 'utf8'))) visit(next, [...path, file]);
      }
    };
    for (const file of start) visit(file, []);
    expect(found).toEqual([]);
  });

  test('the UI kit knows no word of the domain', () => {
    expect(offenders(['app/_ui'], (imported) => !isOwn(imported) || isUnder('app/_ui')(imported))).toEqual(
      [],
    );
  });

  test('every server-side file says so', () => {
    const silent = ['lib/data', 'lib/guard', 'lib/usecases', 'lib/live']
      .flatMap(filesOf)
      .filter((file) => !['lib/live/wire.ts'].includes(file))
      .filter((file) => !readFileSync(file, 'utf8').startsWith("import 'server-only';"));
    expect(silent).toEqual([]);
  });

  test('no folder hides behind a barrel', () => {
    const barrels = [...LAYERS, ...PURE]
      .flatMap((folder) => {
        try {
          return filesOf(folder);
        } catch {
          return [];
        }
      })
      .filter((file) => /(^|\/)index\.tsx?$/.test(file));
    expect(barrels).toEqual([]);
  });
});

/** The command line closes the connections it opened, because it ends. */
const isEnd = (imported: string, file: string): boolean =>
  imported === 'lib/data/database' && file === path.join('cli', 'touchstone.ts');
