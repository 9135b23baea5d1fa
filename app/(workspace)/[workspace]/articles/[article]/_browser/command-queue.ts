import type { OutboxCommand } from './outbox-command';
import type { OutboxStorage } from './outbox-storage';

/** The commands that this page sends, in order, mirrored to the storage that survives it. */
export class CommandQueue {
  #commands: OutboxCommand[] = [];
  /** Ends with the last write; writes are made one after another. */
  #writing: Promise<void> = Promise.resolve();

  #unwritten: { remove: Set<string>; put: Map<string, OutboxCommand> } | null = null;

  constructor(private readonly storage: OutboxStorage) {}

  add(command: OutboxCommand): void {
    this.#commands.push(command);
    this.#write({ put: [command] });
  }

  /** Takes one away that was acknowledged. */
  remove({ key }: OutboxCommand): void {
    this.#commands = this.#commands.filter((command) => command.key !== key);
    this.#write({ remove: [key] });
  }

  /** Puts others in the place of all commands on an annotation. */
  replaceChain(annotationId: string, put: readonly OutboxCommand[]): void {
    const remove = this.chainOf(annotationId).map((command) => command.key);
    this.#commands = [...this.#commands.filter((command) => command.annotationId !== annotationId), ...put];
    this.#write({ remove, put });
  }

  has = ({ key }: OutboxCommand): boolean => this.#commands.some((command) => command.key === key);

  /** The commands on one annotation: each is made on what the one before leaves. */
  chainOf(annotationId: string): OutboxCommand[] {
    return this.#commands.filter((command) => command.annotationId === annotationId);
  }

  annotationIds = (): Set<string> => new Set(this.#commands.map((command) => command.annotationId));

  /** The next to send: the first whose annotation does not wait for a decision. */
  findNext(isWaiting: (annotationId: string) => boolean): OutboxCommand | null {
    return this.#commands.find((command) => !isWaiting(command.annotationId)) ?? null;
  }

  /** When everything so far is kept. Also when keeping failed: then the page is all there is. */
  kept = (): Promise<void> => this.#writing;

  /** What is done at once is kept at once: a bulk action costs one write, and none of it is kept without the rest. */
  #write({ remove = [], put = [] }: Parameters<OutboxStorage['write']>[0]): void {
    const isFirst = this.#unwritten === null;
    this.#unwritten ??= { remove: new Set(), put: new Map() };
    for (const key of remove) {
      this.#unwritten.put.delete(key);
      this.#unwritten.remove.add(key);
    }
    for (const command of put) this.#unwritten.put.set(command.key, command);
    if (isFirst)
      this.#writing = this.#writing
        .then(() => this.#writeAll())
        .catch((error: unknown) => console.warn('A change could not be kept on this computer.', error));
  }

  async #writeAll(): Promise<void> {
    const { remove, put } = this.#unwritten!;
    this.#unwritten = null;
    await this.storage.write({ remove: [...remove].filter((key) => !put.has(key)), put: [...put.values()] });
  }
}
