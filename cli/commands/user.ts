import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { ROLES } from '@/lib/domain/vocabulary';
import { createSignInLink } from '@/lib/usecases/create-sign-in-link';
import { createUser } from '@/lib/usecases/create-user';
import { listUsers } from '@/lib/usecases/list-users';
import { operator } from '../operator';
import { print, valueOf } from '../report';

/** `touchstone user create|list|link`. */
export function addUserCommand(program: Command): void {
  const user = program.command('user').description('accounts and sign-in links');

  user
    .command('create')
    .description('make an account, or add a known address to another workspace')
    .requiredOption('--email <address>', 'the e-mail address they sign in with')
    .requiredOption('--name <name>', 'their name, as the others see it')
    .requiredOption('--workspace <slug>', 'the workspace they belong to')
    .addOption(new Option('--role <role>', 'what they may do there').choices(ROLES).makeOptionMandatory())
    .option('--password-stdin', 'read a password from standard input')
    .option('--json', 'print JSON')
    .action(async ({ json, passwordStdin, ...given }) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
      const made = valueOf(await createUser(operator(), { ...given, password }));
      print(json, made, [`${made.email} may sign in, once within 24 hours: ${made.link}`]);
    });

  user
    .command('list')
    .description('all accounts, the oldest first')
    .option('--json', 'print JSON')
    .action(async ({ json }) => {
      const users = valueOf(await listUsers(operator()));
      print(
        json,
        users,
        users.map(({ email, name }) => `${email}\t${name}`),
      );
    });

  user
    .command('link')
    .description('a fresh one-time sign-in link')
    .requiredOption('--email <address>', 'whose link')
    .option('--json', 'print JSON')
    .action(async ({ json, email }) => {
      const made = valueOf(await createSignInLink(operator(), { email }));
      print(json, made, [made.link]);
    });
}
