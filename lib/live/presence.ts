import 'server-only';
import { z } from 'zod';
import { uuidSchema } from '@/lib/domain/ids';
import { type PresenceMessage, type ReadingPlace, readingPlaceSchema } from './wire';

/** A person counts as gone when nothing was heard of them for this long, in milliseconds. */
export const PRESENCE_TTL = 25_000;
/** Of one person's tabs so many may say where they read. */
const MOST_TABS = 20;

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/** A stream of the person's is open. */
const connectionNoteSchema = z.object({
  articleId: uuidSchema,
  connectionId: uuidSchema,
  person: personSchema,
  here: z.boolean(),
});
export type ConnectionNote = z.infer<typeof connectionNoteSchema>;

/** Where one of the person's tabs shows the article; null when nobody looks at it any more. */
const placeNoteSchema = z.object({
  articleId: uuidSchema,
  personId: uuidSchema,
  tab: uuidSchema,
  /** When it was told, in milliseconds: what is repeated later does not replace what is newer. */
  toldAt: z.number(),
  place: readingPlaceSchema.nullable(),
});
export type PlaceNote = z.infer<typeof placeNoteSchema>;

/** What processes tell each other of who is here. */
export const presenceNoteSchema = z.union([connectionNoteSchema, placeNoteSchema]);
export type PresenceNote = z.infer<typeof presenceNoteSchema>;

type People = PresenceMessage['people'];
interface Connection {
  person: ConnectionNote['person'];
  heardAt: number;
}
interface Told {
  place: ReadingPlace | null;
  toldAt: number;
}

/** What is known of one article. */
class Room {
  readonly connections = new Map<string, Connection>();
  /** By person, then by tab. */
  readonly places = new Map<string, Map<string, Told>>();
}

/**
 * Who has which article open, over all processes, and where they read. A person is here while a stream of theirs is
 * open; a place alone makes nobody present. Of several tabs the one counts that said something last.
 */
export class Presence {
  readonly #rooms = new Map<string, Room>();

  /** Takes a note in; says what changed in what others are to see. */
  note(note: PresenceNote, now: number): 'people' | 'places' | null {
    const before = this.#seen(note.articleId);
    const room = this.#rooms.get(note.articleId) ?? new Room();
    this.#rooms.set(note.articleId, room);
    if ('connectionId' in note) noteConnection(room, note, now);
    else notePlace(room, note);
    this.#forgetEmpty(note.articleId, room);
    return changed(before, this.#seen(note.articleId));
  }

  /** Forgets who has not been heard of; returns the articles whose people changed. */
  sweep(now: number): string[] {
    const articles: string[] = [];
    for (const [articleId, room] of this.#rooms) {
      const before = this.#seen(articleId);
      for (const [id, { heardAt }] of room.connections)
        if (now - heardAt > PRESENCE_TTL) room.connections.delete(id);
      forgetPlaces(room, now);
      this.#forgetEmpty(articleId, room);
      if (changed(before, this.#seen(articleId)) === 'people') articles.push(articleId);
    }
    return articles;
  }

  /** The people who have an article open, each once, by name. */
  peopleOf(articleId: string): People {
    const room = this.#rooms.get(articleId);
    if (!room) return [];
    const people = new Map([...room.connections.values()].map(({ person }) => [person.id, person]));
    return [...people.values()]
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map((person) => {
        const place = lastPlaceOf(room, person.id);
        return place ? { ...person, place } : person;
      });
  }

  /** Where a person's tabs are, to be repeated to processes that have not heard it. */
  placesOf(articleId: string, personId: string): PlaceNote[] {
    const tabs = this.#rooms.get(articleId)?.places.get(personId) ?? new Map<string, Told>();
    return [...tabs].map(([tab, { place, toldAt }]) => ({ articleId, personId, tab, toldAt, place }));
  }

  #seen(articleId: string): { names: string; all: string } {
    const people = this.peopleOf(articleId);
    const names = people.map(({ id, name }) => [id, name]);
    return { names: JSON.stringify(names), all: JSON.stringify(people) };
  }

  #forgetEmpty(articleId: string, { connections, places }: Room): void {
    if (connections.size === 0 && places.size === 0) this.#rooms.delete(articleId);
  }
}

function changed(before: { names: string; all: string }, after: typeof before): ReturnType<Presence['note']> {
  if (before.names !== after.names) return 'people';
  return before.all === after.all ? null : 'places';
}

function noteConnection(
  { connections, places }: Room,
  { connectionId, person, here }: ConnectionNote,
  now: number,
): void {
  if (here) connections.set(connectionId, { person, heardAt: now });
  else if (
    connections.delete(connectionId) &&
    ![...connections.values()].some((c) => c.person.id === person.id)
  )
    places.delete(person.id);
}

function notePlace({ places }: Room, { personId, tab, toldAt, place }: PlaceNote): void {
  const tabs = places.get(personId) ?? new Map<string, Told>();
  if ((tabs.get(tab)?.toldAt ?? -Infinity) > toldAt) return;
  // Told last comes last.
  tabs.delete(tab);
  tabs.set(tab, { place, toldAt });
  if (tabs.size > MOST_TABS) tabs.delete(tabs.keys().next().value!);
  places.set(personId, tabs);
}

/** A place that was told before its stream was heard of waits for it a while. */
function forgetPlaces({ connections, places }: Room, now: number): void {
  const here = new Set([...connections.values()].map(({ person }) => person.id));
  for (const [personId, tabs] of places) {
    const last = Math.max(...[...tabs.values()].map(({ toldAt }) => toldAt));
    if (!here.has(personId) && now - last > PRESENCE_TTL) places.delete(personId);
  }
}

function lastPlaceOf({ places }: Room, personId: string): ReadingPlace | null {
  let last: Told | null = null;
  for (const told of places.get(personId)?.values() ?? [])
    if (told.place && (!last || told.toldAt >= last.toldAt)) last = told;
  return last?.place ?? null;
}
