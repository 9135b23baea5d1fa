import 'server-only';
import type { TokenScope } from '@/lib/domain/vocabulary';

/** Who asks. A token works in its own workspace only; a session in every workspace of its user. */
export interface Actor {
  userId: string;
  name: string;
  scope: TokenScope;
  tokenWorkspaceId: string | null;
  /** A command on the server that is run in this person's name: it does not annotate blind, whatever they do. */
  isCommand?: true;
}

/** What every use case gets beside its input: the actor, the time, and where ids come from. */
export interface Context {
  actor: Actor;
  now: Date;
  newId: () => string;
}
