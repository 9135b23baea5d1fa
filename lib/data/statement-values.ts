import 'server-only';

/** The values of a statement, numbered as they are named. */
export class StatementValues {
  readonly all: unknown[];

  /** `first` are those that have their numbers already. */
  constructor(first: readonly unknown[] = []) {
    this.all = [...first];
  }

  /** The place of a value in the statement: `$3::date`. */
  named(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}
