import { Command, CommanderError } from 'commander';
import { closeDatabase } from '@/lib/data/database';
import { addAgreementCommand } from './commands/agreement';
import { addExportCommand } from './commands/export';
import { addImportCommand } from './commands/import';
import { addReadCommand } from './commands/read';
import { addReleaseCommand } from './commands/release';
import { addTokenCommand } from './commands/token';
import { addUserCommand } from './commands/user';
import { addWorkspaceCommand } from './commands/workspace';
import { Refusal, tell } from './report';

/** Exit codes: 0 done, 1 refused or failed, 2 the command was not understood. */
const REFUSED = 1;
const USAGE = 2;

const program = new Command('touchstone')
  .description('Mark up news articles together: claims, quotes and predictions.')
  .showHelpAfterError('Run the command with --help to see how it is used.')
  .exitOverride();

addImportCommand(program);
addExportCommand(program);
addReadCommand(program);
addAgreementCommand(program);
addReleaseCommand(program);
addUserCommand(program);
addWorkspaceCommand(program);
addTokenCommand(program);
for (const command of program.commands)
  for (const each of [command, ...command.commands]) each.exitOverride();

// Whoever read the output may have read enough: `touchstone user list | head -1`.
process.stdout.on('error', (error) => {
  process.exitCode = exitCodeFor(error);
});

try {
  if (process.argv.length > 2) await program.parseAsync();
  else {
    program.outputHelp({ error: true });
    process.exitCode = USAGE;
  }
} catch (error) {
  process.exitCode = exitCodeFor(error);
} finally {
  await closeDatabase();
}

function exitCodeFor(error: unknown): number {
  // Help and version come as an "error" with exit code 0; commander has said the rest itself.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  // In a pipe that closed early there is nobody to tell.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return REFUSED;
  tell(
    error instanceof Refusal
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  return REFUSED;
}
