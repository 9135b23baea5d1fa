// @ts-check
import { pathToFileURL } from 'node:url';
import { atRoot } from './root.mjs';

/** How a TypeScript program of this project runs under Node, from whichever folder. */
const TYPESCRIPT = [
  '--conditions=react-server',
  '--import',
  pathToFileURL(atRoot('node_modules', 'tsx', 'dist', 'loader.mjs')).href,
];

/** tsx would look for the aliases in the working directory. */
export const TYPESCRIPT_ENVIRONMENT = { TSX_TSCONFIG_PATH: atRoot('tsconfig.json') };

/** Arguments for node that run a program of this project. @param {string[]} file its path from the root */
export const typescriptProgram = (...file) => [...TYPESCRIPT, atRoot(...file)];

/** @param {string[]} args Arguments for node that run the command line. */
export const commandLine = (args) => [...typescriptProgram('cli', 'touchstone.ts'), ...args];

/** Arguments for node that run the seed. */
export const seedProgram = () => typescriptProgram('prisma', 'seed', 'seed.ts');

const NO_DATABASE = new Set(['read', 'suggest', 'help']);

/**
 * Whether a command opens the database. Help on any command does not.
 * @param {string[]} args
 */
export function needsDatabase(args) {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (options.some((arg) => ['--help', '-h'].includes(arg))) return false;
  // Behind a command it is an option of that one: of a release, say.
  if (['--version', '-V'].includes(options[0] ?? '')) return false;
  const command = args.find((arg) => !arg.startsWith('-'));
  return command !== undefined && !NO_DATABASE.has(command);
}
