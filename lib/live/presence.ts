import 'server-only';
import { z } from 'zod';
import { uuidSchema } from '@/lib/domain/ids';

/** A person counts as gone when nothing was heard of them for this long, in milliseconds. */
export const PRESENCE_TTL = 25_000;

export const presenceNoteSchema = z.object({
  articleId: uuidSchema,
  connectionId: uuidSchema,
  person: z.object({ id: uuidSchema, name: z.string() }),
  here: z.boolean(),
});
export type PresenceNote = z.infer<typeof presenceNoteSchema>;

/** Who has which article open, over all processes: connections with the time they were last heard of. */
export class Presence {
  readonly #byArticle = new Map<string, Map<string, { person: PresenceNote['person']; heardAt: number }>>();

  /** Takes a note in; true when the list of people of that article changed. */
  note({ articleId, connectionId, person, here }: PresenceNote, now: number): boolean {
    const before = this.#names(articleId);
    const connections = this.#byArticle.get(articleId) ?? new Map();
    if (here) connections.set(connectionId, { person, heardAt: now });
    else connections.delete(connectionId);
    if (connections.size > 0) this.#byArticle.set(articleId, connections);
    else this.#byArticle.delete(articleId);
    return before !== this.#names(articleId);
  }

  /** Forgets who has not been heard of; returns the articles whose people changed. */
  sweep(now: number): string[] {
    const changed: string[] = [];
    for (const [articleId, connections] of this.#byArticle) {
      const before = this.#names(articleId);
      for (const [id, { heardAt }] of connections) if (now - heardAt > PRESENCE_TTL) connections.delete(id);
      if (connections.size === 0) this.#byArticle.delete(articleId);
      if (before !== this.#names(articleId)) changed.push(articleId);
    }
    return changed;
  }

  /** The people who have an article open, each once, by name. */
  peopleOf(articleId: string): PresenceNote['person'][] {
    const people = new Map<string, PresenceNote['person']>();
    for (const { person } of this.#byArticle.get(articleId)?.values() ?? []) people.set(person.id, person);
    return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  #names(articleId: string): string {
    return JSON.stringify(this.peopleOf(articleId));
  }
}
