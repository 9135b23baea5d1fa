import type { Annotation } from '@/lib/domain/annotation';
import { type ArticleState, deletedAnnotations, shownAnnotations } from '@/lib/domain/article-state';
import type { Step } from '@/lib/domain/undo-stack';
import type { ChangeMessage, PresenceMessage } from '@/lib/live/wire';
import type { Connection } from './live-feed';

/** `not_signed_in`: it is sent when its editor has signed in again. */
export type Saving = 'saved' | 'saving' | 'not_saved_yet' | 'not_signed_in' | 'refused';

/** Somebody else changed the annotation first. Nothing is sent until the editor decides. */
export interface Conflict {
  id: string;
  /** What "keep mine" will make: the fields changed here, over the other version. */
  mine: Annotation;
  theirs: Annotation;
  /** Theirs, with the fields changed here as they were before either changed them; null where that is not known. */
  base: Annotation | null;
}

/** The server does not take a change as it is. It is kept until it is tried again or discarded. */
export interface Refusal {
  id: string;
  /** A plain sentence. */
  message: string;
}

/** What the reading room shows. A new object whenever anything in it changed. */
export interface Snapshot {
  /** In document order, one's own unsaved changes included. Their spans lie in the text that the room shows. */
  annotations: Annotation[];
  /** What can be restored, the last deleted first. */
  deleted: Annotation[];
  /** By annotation; those not named are saved. */
  saving: ReadonlyMap<string, Saving>;
  conflicts: ReadonlyMap<string, Conflict>;
  refusals: ReadonlyMap<string, Refusal>;
  /** Who else is here. */
  people: PresenceMessage['people'];
  connection: Connection;
  /** `signed_out` because somebody else has signed in on this browser. */
  isAnotherHere: boolean;
  /** The last change by somebody else. */
  arrived: (Pick<ChangeMessage, 'annotationId' | 'type' | 'seq'> & { actorName: string }) | null;
  /** Set when the article has a newer text than the room shows: the page has to be loaded again to see it. */
  newRevisionId: string | null;
  /** What "undo" would take back; null when there is nothing. */
  undo: Step | null;
  /** What "redo" would do again. */
  redo: Step | null;
}

/** Why the commands on an annotation wait for a decision. */
export type Trouble = { type: 'conflict' } | { type: 'refusal'; message: string };

interface Parts extends Pick<
  Snapshot,
  'people' | 'connection' | 'isAnotherHere' | 'arrived' | 'undo' | 'redo'
> {
  state: ArticleState;
  revisionId: string;
  /** A newer revision that the stream told of. */
  newRevisionId: string | null;
  placesHere: ReadonlyMap<string, Annotation['spans']>;
  /** Annotations with commands that are not acknowledged. */
  waiting: ReadonlySet<string>;
  troubles: ReadonlyMap<string, Trouble>;
  findMine: (id: string) => Annotation | null;
  findBase: (id: string) => Annotation | null;
  isReachable: boolean;
}

/** What is to be seen of a store's parts. */
export function snapshotOf(parts: Parts): Snapshot {
  const { state, troubles, people, connection, isAnotherHere, arrived, undo, redo } = parts;
  // The very list where nothing has to be changed: who sees it knows that it is the same.
  const here = (rows: Annotation[]): Annotation[] =>
    rows.every((row) => rowHere(row, parts) === row)
      ? rows
      : rows.flatMap((row) => rowHere(row, parts) ?? []);
  return {
    annotations: here(shownAnnotations(state)),
    deleted: here(deletedAnnotations(state)),
    saving: new Map([...parts.waiting].map((id) => [id, savingOf(troubles.get(id), parts)])),
    conflicts: new Map([...troubles.keys()].flatMap((id) => conflictEntry(id, parts) ?? [])),
    refusals: new Map(
      [...troubles].flatMap(([id, trouble]) =>
        trouble.type === 'refusal' ? [[id, { id, message: trouble.message }]] : [],
      ),
    ),
    people,
    connection,
    isAnotherHere,
    arrived,
    newRevisionId: parts.newRevisionId ?? findNewRevision(parts),
    undo,
    redo,
  };
}

function savingOf(trouble: Trouble | undefined, { isReachable, connection }: Parts): Saving {
  if (trouble) return trouble.type === 'refusal' ? 'refused' : 'not_saved_yet';
  if (connection === 'signed_out') return 'not_signed_in';
  return isReachable ? 'saving' : 'not_saved_yet';
}

function conflictEntry(
  id: string,
  { troubles, state, findMine, findBase }: Parts,
): [[string, Conflict]] | null {
  const theirs = state.annotations.get(id);
  const mine = findMine(id);
  return troubles.get(id)?.type === 'conflict' && theirs && mine
    ? [[id, { id, mine, theirs, base: findBase(id) }]]
    : null;
}

/** A row as it lies in the text that is shown; null for one that was made in a newer text only. */
function rowHere(row: Annotation, { revisionId, placesHere }: Parts): Annotation | null {
  if (row.revisionId === revisionId || row.anchor === 'orphaned') return row;
  const spans = placesHere.get(row.id);
  return spans ? { ...row, spans } : null;
}

function findNewRevision({ state, revisionId }: Parts): string | null {
  for (const row of state.annotations.values())
    if (row.anchor !== 'orphaned' && row.revisionId !== revisionId) return row.revisionId;
  return null;
}
