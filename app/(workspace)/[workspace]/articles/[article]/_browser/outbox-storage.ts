import type { OutboxCommand } from './outbox-command';

/** Where commands wait that the server has not acknowledged. */
export interface OutboxStorage {
  /** A person's commands on an article, in the order in which they were given; nobody else's. */
  list: (userId: string, articleId: string) => Promise<OutboxCommand[]>;
  /** Takes some away and adds or replaces others, all or nothing. */
  write: (change: { remove?: readonly string[]; put?: readonly OutboxCommand[] }) => Promise<void>;
}
