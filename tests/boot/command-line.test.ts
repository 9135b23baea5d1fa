import { describe, expect, it } from 'vitest';
import { needsDatabase } from '../../cli/boot/command-line.mjs';

describe('needsDatabase', () => {
  it.each([
    '',
    'help',
    '--help',
    'read article.txt --json',
    'suggest --jsonl articles.jsonl',
    '--json suggest article.txt',
    'import --help',
    'user create -h',
    '--version',
  ])('is false for “%s”', (line) => {
    expect(needsDatabase(line.split(' ').filter(Boolean))).toBe(false);
  });

  it.each([
    'user list',
    'release create --workspace demo --name Ferries --version 1.0.0',
    '--json user list',
    'import article.txt --workspace demo',
    'import -- --help',
    'doctor',
  ])('is true for “%s”', (line) => {
    expect(needsDatabase(line.split(' '))).toBe(true);
  });
});
