import type { OutboxCommand } from './outbox-command';
import type { OutboxStorage } from './outbox-storage';

/** An outbox that lasts as long as the page: where the browser keeps no data, and in tests. */
export function memoryOutbox(commands = new Map<string, OutboxCommand>()): OutboxStorage {
  return {
    list: async (userId, articleId) =>
      [...commands.values()]
        .filter((command) => command.userId === userId && command.articleId === articleId)
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    write: async ({ remove = [], put = [] }) => {
      for (const key of remove) commands.delete(key);
      // As a browser does: what is kept is a copy.
      for (const command of put) commands.set(command.key, structuredClone(command));
    },
  };
}
