import type { ArticleFollower, ArticleStream } from '@/app/_live/browser-stream';
import type { People } from '@/app/_live/stream-message';

export type { Connection } from '@/app/_live/stream-message';

/** What the article's store hears of the stream that all tabs of this browser share. */
export class LiveFeed {
  #stop: (() => void) | null = null;
  #names = '';

  constructor(
    private readonly stream: () => ArticleStream,
    private readonly follower: Required<ArticleFollower>,
  ) {}

  open(): void {
    this.#stop ??= this.stream().followArticle({
      ...this.follower,
      onPeople: (people) => this.#takePeople(people),
    });
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Connects now if there is no stream. */
  wake(): void {
    if (this.#stop) this.stream().wake();
  }

  /** Who is here; where they read changes all the time, and concerns those who show it. */
  #takePeople(people: People): void {
    const names = people.map(({ id, name }) => ({ id, name }));
    if (JSON.stringify(names) === this.#names) return;
    this.#names = JSON.stringify(names);
    this.follower.onPeople(names);
  }
}
