import type { Command } from 'commander';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { listEveryWorkspace } from '@/lib/usecases/list-workspaces';
import { operator } from '../operator';
import { print, valueOf } from '../report';

/** `touchstone workspace create|list`. */
export function addWorkspaceCommand(program: Command): void {
  const workspace = program.command('workspace').description('workspaces');

  workspace
    .command('create')
    .description('make a workspace and give it an owner')
    .requiredOption('--slug <slug>', 'its name in addresses: lower-case letters, digits, hyphens')
    .requiredOption('--name <name>', 'its name')
    .requiredOption(
      '--owner <address>',
      'the e-mail address of its owner; an account is made when there is none',
    )
    .option('--json', 'print JSON')
    .action(async ({ json, ...given }) => {
      const made = valueOf(await createWorkspace(operator(), given));
      const invitation = made.link ? [`Its owner may sign in, once within 24 hours: ${made.link}`] : [];
      print(json, made, [`Workspace "${made.slug}" is there.`, ...invitation]);
    });

  workspace
    .command('list')
    .description('all workspaces, the oldest first')
    .option('--json', 'print JSON')
    .action(async ({ json }) => {
      const workspaces = valueOf(await listEveryWorkspace(operator()));
      print(
        json,
        workspaces,
        workspaces.map(({ slug, name }) => `${slug}\t${name}`),
      );
    });
}
