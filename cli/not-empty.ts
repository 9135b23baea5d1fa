import { InvalidArgumentError } from 'commander';

/** Refuses an option's empty value, such as a shell's variable that is not set: it would ask for everything. */
export function notEmpty(value: string): string {
  if (value.trim() === '')
    throw new InvalidArgumentError('It is empty. Leave the option out for everything.');
  return value;
}
