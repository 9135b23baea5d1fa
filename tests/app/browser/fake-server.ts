import type { Annotation, PatchAnnotation, PutAnnotation } from '@/lib/domain/annotation';
import { annotationAfterPatch, annotationFromDraft } from '@/lib/domain/annotation-patch';
import type { ChangeMessage } from '@/lib/live/wire';

export interface FakeUser {
  id: string;
  name: string;
}

interface Row {
  annotation: Annotation;
  /** What made each version: a repeated request is known by it. */
  requests: Map<number, string>;
}

/**
 * The part of the API's contract that the timing of the browser's store depends on: idempotent PUT, If-Match with
 * known repetitions, 409 with the current row, numbered events. What it leaves out the tests of the use cases hold.
 */
export class FakeServer {
  readonly rows = new Map<string, Row>();
  /** Every request that arrived, as `VERB id base`. */
  readonly requests: string[] = [];
  readonly events: ChangeMessage[] = [];
  session: FakeUser | null;
  isUp = true;
  /** Annotations with which every request meets a fault. */
  readonly faulty = new Set<string>();
  /** Problems to answer the next requests with; `lost` applies the request and loses the answer. */
  readonly next: ('lost' | 'captive_portal' | { status: number; code: string; detail: string })[] = [];
  onEvent: (event: ChangeMessage) => void = () => {};

  constructor(user: FakeUser) {
    this.session = user;
  }

  readonly fetch = async (address: string, request: RequestInit): Promise<Response> => {
    if (!this.isUp) throw new TypeError('Failed to fetch');
    const headers = new Headers(request.headers);
    if (!this.session) return problem(401, 'unauthenticated', 'Sign in.');
    const meant = headers.get('touchstone-user');
    if (meant && meant !== this.session.id) return problem(401, 'other_user', 'Somebody else signed in.');
    if (address.includes('/events')) return Response.json({ items: [], nextCursor: null });
    const [, id, restore] = /annotations\/([^/]+)(\/restore)?$/.exec(address)!;
    const verb = restore ? 'RESTORE' : request.method!;
    const base = Number(headers.get('if-match')?.replaceAll('"', '') ?? 0);
    this.requests.push(`${verb} ${id} ${base}`);
    if (this.faulty.has(id!)) return problem(500, 'bug', 'Something went wrong on our side.');
    const failure = this.next.shift();
    if (failure === 'captive_portal') return new Response('<h1>Welcome to our hotel</h1>');
    if (typeof failure === 'object') return problem(failure.status, failure.code, failure.detail);
    const body: unknown = typeof request.body === 'string' ? JSON.parse(request.body) : null;
    const answer = this.#write(this.session, verb, id!, base, body);
    if (failure === 'lost') throw new TypeError('Failed to fetch');
    return answer;
  };

  /** Somebody else changes an annotation. */
  changeBy(user: FakeUser, id: string, patch: PatchAnnotation): Annotation {
    const { annotation } = this.rows.get(id)!;
    return this.#store(user, 'annotation_revised', patched(annotation, patch), JSON.stringify(patch));
  }

  deleteBy(user: FakeUser, id: string): Annotation {
    return this.#store(user, 'annotation_deleted', toggled(this.rows.get(id)!.annotation, true), 'by other');
  }

  annotation = (id: string): Annotation => this.rows.get(id)!.annotation;

  #write(user: FakeUser, verb: string, id: string, base: number, body: unknown): Response {
    const hash = `${verb} ${JSON.stringify(body)}`;
    const row = this.rows.get(id);
    if (verb === 'PUT') {
      if (row) return Response.json(row.annotation);
      const draft = annotationFromDraft(body as never, {
        ...(body as PutAnnotation),
        id,
        author: user,
        now: '2026-03-01T10:00:00.000Z',
        knownSources: [],
      });
      return Response.json(this.#store(user, 'annotation_created', draft, hash), { status: 201 });
    }
    if (!row) return problem(404, 'not_found', 'There is no such annotation.');
    const { annotation } = row;
    if (verb === 'RESTORE' && !annotation.deletedAt) return Response.json(annotation);
    if (annotation.version !== base)
      return row.requests.get(base + 1) === hash
        ? Response.json(annotation)
        : problem(409, 'stale_version', 'Somebody changed it.', annotation);
    if (verb === 'PATCH' && annotation.deletedAt)
      return problem(409, 'deleted', 'It was deleted.', annotation);
    if (verb === 'PATCH')
      return Response.json(
        this.#store(user, 'annotation_revised', patched(annotation, body as PatchAnnotation), hash),
      );
    return Response.json(
      this.#store(user, 'annotation_deleted', toggled(annotation, verb === 'DELETE'), hash),
    );
  }

  #store(user: FakeUser, type: ChangeMessage['type'], annotation: Annotation, hash: string): Annotation {
    const seq = this.events.length + 1;
    const stored = { ...structuredClone(annotation), seq };
    const requests = this.rows.get(stored.id)?.requests ?? new Map<number, string>();
    this.rows.set(stored.id, { annotation: stored, requests: requests.set(stored.version, hash) });
    const event = { seq, annotationId: stored.id, type, actor: user, annotation: stored };
    this.events.push(event);
    this.onEvent(event);
    return stored;
  }
}

const patched = (annotation: Annotation, patch: PatchAnnotation): Annotation =>
  annotationAfterPatch(annotation, patch as never, {
    revisionId: annotation.revisionId,
    now: '2026-03-01T10:00:00.000Z',
    knownSources: [],
  });

const toggled = (annotation: Annotation, isDeleted: boolean): Annotation => ({
  ...annotation,
  version: annotation.version + 1,
  deletedAt: isDeleted ? '2026-03-01T10:00:00.000Z' : null,
});

const problem = (status: number, code: string, detail: string, current?: Annotation): Response =>
  Response.json({ code, detail, status, ...(current && { current }) }, { status });
