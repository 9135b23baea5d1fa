import type { Hop } from './annotation';
import { err, type Failure, ok, type Result } from './result';
import type { Status } from './vocabulary';

/** Where an error was made: a hop of the attribution, counted from the innermost source (0), or the article itself. */
export type ErrorHop = number | 'reporter';

/** What a hop is when an error is laid at it: who said it, who passed it on, or the article that reports it. */
export type ErrorRole = 'source' | 'relay' | 'reporter';

export const roleOfErrorHop = (hop: ErrorHop): ErrorRole =>
  hop === 'reporter' ? 'reporter' : hop === 0 ? 'source' : 'relay';

/** Statuses that say that something is wrong, so that one may ask who made it so. */
const WRONG: ReadonlySet<Status> = new Set<Status>([
  'refuted',
  'altered',
  'out_of_context',
  'misattributed',
  'fabricated',
]);
export const tellsOfError = (status: Status): boolean => WRONG.has(status);

/** Whether a decision of this status may lay an error at this hop of the attribution. */
export function checkErrorHop(
  hop: ErrorHop | null | undefined,
  status: Status,
  attribution: readonly Hop[],
): Result<null, Failure<'error_not_of_status' | 'unknown_hop'>> {
  if (hop === null || hop === undefined) return ok(null);
  if (!tellsOfError(status))
    return err({
      code: 'error_not_of_status',
      message: 'Only a decision that finds something wrong can say where the error was made.',
    });
  if (hop !== 'reporter' && hop >= attribution.length)
    return err({
      code: 'unknown_hop',
      message: `The attribution has no hop ${hop}. Count from 0, the innermost source, or send "reporter".`,
    });
  return ok(null);
}
