import { type Command, Option } from 'commander';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { issueToken } from '@/lib/usecases/issue-token';
import { operator } from '../operator';
import { print, valueOf } from '../report';

/** `touchstone token create`. */
export function addTokenCommand(program: Command): void {
  program
    .command('token')
    .description('API tokens')
    .command('create')
    .description('make a token with which a program acts as a member of one workspace')
    .requiredOption('--user <address>', 'the member it acts as')
    .requiredOption('--workspace <slug>', 'the workspace it works in')
    .addOption(new Option('--scope <scope>', 'what it may do').choices(TOKEN_SCOPES).makeOptionMandatory())
    .option('--name <name>', 'what it is for')
    .option('--json', 'print JSON')
    .action(async ({ json, ...given }) => {
      const made = valueOf(await issueToken(operator(), given));
      print(json, made, [made.token]);
    });
}
