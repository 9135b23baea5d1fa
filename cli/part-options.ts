import { type Command, InvalidArgumentError } from 'commander';

/** The options by which a command asks for a part of a workspace. */
export const withPartOptions = (command: Command): Command =>
  command
    .option(
      '--filter <query>',
      'only annotations that fit, as in an address: "kind=claim&status=refuted"',
      notEmpty,
    )
    .option('--subset <name>', 'only annotations that fit the filter kept under this name', notEmpty)
    .option('--every-article', 'with a filter, also articles of which nothing fits');

/** An option's empty value, such as a shell's variable that is not set, would ask for everything. */
function notEmpty(value: string): string {
  if (value.trim() === '')
    throw new InvalidArgumentError('It is empty. Leave the option out for everything.');
  return value;
}
