import 'server-only';
import { err, type Failure } from '@/lib/domain/result';

/** One name is one subset, so that whoever asks by the name gets the one that was meant. */
export const subsetNameTaken = ({
  id,
  name,
}: {
  id: string;
  name: string;
}): { ok: false; error: Failure<'name_taken'> } =>
  err({
    code: 'name_taken',
    message: `There is a subset called “${name}” already. Nothing was saved: choose another name, or change that one.`,
    subset: { id, name },
  });
