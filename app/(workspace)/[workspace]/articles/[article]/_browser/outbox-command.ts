import type { Annotation } from '@/lib/domain/annotation';
import { type AnnotationPatch, annotationAfterPatch, type DraftContext } from '@/lib/domain/annotation-patch';
import { valuesBefore } from '@/lib/domain/field-patch';

/** A change of an annotation that the server has not acknowledged. */
export interface OutboxCommand {
  /** UUIDv7: the order of keys is the order in which commands were given. */
  key: string;
  userId: string;
  articleId: string;
  /** The tab that gave it and sends it. */
  tab: string;
  annotationId: string;
  verb: 'create' | 'revise' | 'remove' | 'restore';
  /**
   * The version that the editor changed; 0 for a new annotation. It stays what it is however often the command is
   * sent, so that the server knows a repetition and never takes this for a change of something newer.
   */
  base: number;
  /** What `revise` changes; null for the others. */
  patch: AnnotationPatch | null;
  /** What the fields of `patch` held when the editor began, where that is known: a conflict tells by it who changed what. */
  former?: AnnotationPatch | null;
  /** The body to send; null where the verb says it all. */
  body: unknown;
  /** The step of the undo stack that it does, undoes or redoes; commands that earlier versions of the app kept have none. */
  step?: string;
  /** What the editor sees until the server answers. */
  after: Annotation;
}

/** The optimistic effect of a command on a row. */
export function annotationAfterCommand(
  before: Annotation,
  command: Pick<OutboxCommand, 'verb' | 'patch'>,
  context: Pick<DraftContext, 'revisionId' | 'now' | 'knownSources'>,
): Annotation {
  if (command.patch) return annotationAfterPatch(before, command.patch, context);
  const deletedAt = command.verb === 'remove' ? context.now : null;
  return { ...before, version: before.version + 1, updatedAt: context.now, deletedAt };
}

/**
 * The commands on one annotation, given again on a version that somebody else made: only the fields that the editor
 * changed are set, and the annotation is restored or deleted only where it has to be. `keys` are new ones, ascending.
 */
export function rebasedCommands(
  chain: readonly OutboxCommand[],
  theirs: Annotation,
  context: Pick<DraftContext, 'revisionId' | 'now' | 'knownSources'> & { newKey: () => string },
): OutboxCommand[] {
  const last = chain.at(-1);
  if (!last) return [];
  const wantsDeleted = last.after.deletedAt !== null;
  if (wantsDeleted && theirs.deletedAt) return [];
  const bare = (verb: 'restore' | 'remove') => ({ ...last, verb, patch: null, body: null });
  const steps = [
    ...(theirs.deletedAt ? [bare('restore')] : []),
    ...chain.filter((command) => command.verb === 'revise'),
    ...(wantsDeleted ? [bare('remove')] : []),
  ];
  let row = theirs;
  return steps.map((step) => {
    const before = row;
    row = annotationAfterCommand(before, step, context);
    const former = step.patch && valuesBefore(before, step.patch);
    return { ...step, key: context.newKey(), base: before.version, former, after: row };
  });
}
