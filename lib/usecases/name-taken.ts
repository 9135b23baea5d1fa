import 'server-only';
import { err, type Failure } from '@/lib/domain/result';
import type { Source } from '@/lib/domain/source';

/** One name and type is one source: whoever wants two of them merges them, or tells them apart by their names. */
export const nameTaken = ({ id, name, type }: Source): { ok: false; error: Failure<'name_taken'> } =>
  err({
    code: 'name_taken',
    message: `Another source is called “${name}” already. Nothing was changed: give one of them another name, or merge the two.`,
    source: { id, name, type },
  });
