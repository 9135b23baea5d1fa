import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { type AnnotationPatch, annotationAfterPatch } from '@/lib/domain/annotation-patch';
import { patchTowards, valuesBefore } from '@/lib/domain/field-patch';
import {
  type Act,
  emptyUndoStack,
  MOST_STEPS,
  stackAfterAct,
  stackAfterEarlier,
  stackAfterRebase,
  stackWithoutActs,
  stackWithoutChanges,
  stepBack,
  stepForward,
  type Stepped,
  type UndoCommand,
  type UndoStack,
} from '@/lib/domain/undo-stack';
import { KINDS } from '@/lib/domain/vocabulary';
import { anAnnotation } from '../support/an-annotation';

const now = '2026-03-02T09:00:00.000Z';
const context = { revisionId: anAnnotation().revisionId, now, knownSources: [] };

const act = (given: Partial<Act> = {}): Act => ({
  annotationId: 'a',
  did: 'created',
  kind: 'claim',
  before: null,
  after: null,
  left: 1,
  ...given,
});
const stackOf = (...steps: [string, Act][]): UndoStack =>
  steps.reduce((stack, [key, each]) => stackAfterAct(stack, key, each), emptyUndoStack);

describe('a step back', () => {
  test('deletes what was made, restores what was deleted, sets former values', () => {
    const before = { tags: ['weather'] };
    const after = { tags: ['colour'] };
    const stack = stackOf(
      ['1', act()],
      ['2', act({ did: 'revised', before, after, left: 2 })],
      ['3', act({ did: 'deleted', left: 3 })],
    );
    const third = stepBack(stack)!;
    expect(third.commands).toEqual([{ annotationId: 'a', verb: 'restore', patch: null, base: 3 }]);
    const second = stepBack(third.stack)!;
    expect(second.commands).toEqual([{ annotationId: 'a', verb: 'revise', patch: before, base: 4 }]);
    const first = stepBack(second.stack)!;
    expect(first.commands).toEqual([{ annotationId: 'a', verb: 'remove', patch: null, base: 5 }]);
    expect(stepBack(first.stack)).toBeNull();

    const again = stepForward(first.stack)!;
    expect(again.commands).toEqual([{ annotationId: 'a', verb: 'restore', patch: null, base: 6 }]);
    expect(stepForward(again.stack)!.commands).toEqual([
      { annotationId: 'a', verb: 'revise', patch: after, base: 7 },
    ]);
  });

  test('goes back over a bulk action at once, from its end', () => {
    const stack = stackOf(
      ['1', act({ did: 'deleted', left: 4 })],
      ['1', act({ annotationId: 'b', did: 'deleted', left: 7 })],
    );
    const { commands, stack: after } = stepBack(stack)!;
    expect(commands.map(({ annotationId, verb, base }) => [annotationId, verb, base])).toEqual([
      ['b', 'restore', 7],
      ['a', 'restore', 4],
    ]);
    expect(after.done).toEqual([]);
    expect(stepForward(after)!.commands.map(({ base }) => base)).toEqual([5, 8]);
  });

  test('numbers two acts on one annotation within a step one after the other', () => {
    const stack = stackOf(
      ['1', act({ did: 'restored', left: 3 })],
      ['1', act({ did: 'revised', before: { tags: [] }, after: { tags: ['x'] }, left: 4 })],
    );
    expect(stepBack(stack)!.commands.map(({ verb, base }) => [verb, base])).toEqual([
      ['revise', 4],
      ['remove', 5],
    ]);
  });

  test('does not undo a verification, but goes on before it', () => {
    const stack = stackOf(['1', act()], ['2', act({ did: 'verified', left: 2 })]);
    const verdict = stepBack(stack)!;
    expect(verdict.commands).toEqual([]);
    expect(verdict.stack.undone).toEqual([]);
    expect(stepBack(verdict.stack)!.commands).toMatchObject([{ verb: 'remove', base: 2 }]);
  });
});

describe('the stack', () => {
  test('a new act ends what could be redone', () => {
    const { stack } = stepBack(stackOf(['1', act()]))!;
    expect(stack.undone).toHaveLength(1);
    expect(stackAfterAct(stack, '2', act({ annotationId: 'b' })).undone).toEqual([]);
  });

  test('forgets the oldest beyond its limit', () => {
    const keys = Array.from({ length: MOST_STEPS + 5 }, (_, i) => String(i).padStart(4, '0'));
    const stack = stackOf(...keys.map((key): [string, Act] => [key, act({ annotationId: key })]));
    expect(stack.done).toHaveLength(MOST_STEPS);
    expect(stack.done[0]!.key).toBe('0005');
  });

  test('has what was done in earlier pages below, and their redo only while nothing was done here', () => {
    const earlier = stepBack(stackOf(['1', act()], ['2', act({ annotationId: 'b' })]))!.stack;
    expect(stackAfterEarlier(emptyUndoStack, earlier)).toEqual(earlier);
    const here = stackOf(['3', act({ annotationId: 'c' })]);
    const both = stackAfterEarlier(here, earlier);
    expect(both.done.map(({ key }) => key)).toEqual(['1', '3']);
    expect(both.undone).toEqual([]);
  });

  test('undo after "mine" was kept over another’s value leads to the other’s value', () => {
    const stack = stackOf([
      '1',
      act({ did: 'revised', before: { tags: [] }, after: { tags: ['x'] }, left: 2 }),
    ]);
    const refused = stackWithoutChanges(stack, { annotationId: 'a', base: 1 });
    const kept = stackAfterRebase(refused, '1', { annotationId: 'a', base: 2, former: { tags: ['theirs'] } });
    expect(stepBack(kept)!.commands).toMatchObject([{ patch: { tags: ['theirs'] }, base: 3 }]);
  });
});

describe('patches', () => {
  const before = anAnnotation({
    tags: ['weather'],
    claim: { normalized: 'It is green.', checkworthy: true, judgedAsOf: null },
  });
  const patched = (row: Annotation, patch: AnnotationPatch) => annotationAfterPatch(row, patch, context);

  test('of former values name the fields of the patch and no others', () => {
    expect(valuesBefore(before, { claim: { normalized: 'It is blue.' } })).toEqual({
      claim: { normalized: 'It is green.' },
    });
  });

  test('of a former kind bring all its details back', () => {
    const patch = { kind: 'quote' as const, quote: { form: 'direct' as const } };
    const after = patched(before, patch);
    expect(contentOf(patched(after, valuesBefore(before, patch)))).toEqual(contentOf(before));
  });

  test('towards an earlier version name what differs; words that only moved with a new text stay', () => {
    const moved = { ...before, revisionId: before.id, spans: [{ ...before.spans[0]!, start: 90, end: 102 }] };
    expect(patchTowards(moved, before)).toBeNull();
    const longer = [{ ...moved.spans[0]!, end: 108, exact: 'sky is green today' }];
    expect(patchTowards({ ...moved, spans: longer, tags: [] }, before)).toEqual({
      spans: before.spans,
      revisionId: before.revisionId,
      tags: ['weather'],
    });
  });
});

/** What undo is about: everything an editor sets, and whether the annotation is there. */
const contentOf = ({ kind, spans, attribution, claim, quote, prediction, tags, deletedAt }: Annotation) => ({
  isDeleted: deletedAt !== null,
  ...(deletedAt === null && { kind, spans, attribution, claim, quote, prediction, tags }),
});

/** The server's side of it: rows with versions, and who made which version. */
class Rows {
  readonly rows = new Map<string, Annotation>();
  /** The last version of each annotation that somebody else made. */
  readonly foreign = new Map<string, number>();

  /** Null when the version is another than the command's. */
  apply({ annotationId, verb, patch, base }: UndoCommand): Annotation | null {
    const row = this.rows.get(annotationId)!;
    if (row.version !== base) return null;
    const after = patch
      ? annotationAfterPatch(row, patch, context)
      : { ...row, version: base + 1, deletedAt: verb === 'remove' ? now : null };
    this.rows.set(annotationId, after);
    return after;
  }

  content = () => new Map([...this.rows].map(([id, row]) => [id, contentOf(row)]));
}

type Move = { who: 'me' | 'other'; at: number; patch: AnnotationPatch | null } | 'undo' | 'redo';

const words = fc.constantFrom('sky is green', 'grass', 'rain in April');
const patches: fc.Arbitrary<AnnotationPatch> = fc.oneof(
  fc.record({ tags: fc.array(fc.constantFrom('weather', 'colour'), { maxLength: 2 }) }),
  fc.record({
    spans: words.map((exact) => [{ start: 4, end: 4 + exact.length, exact, prefix: '', suffix: '' }]),
  }),
  fc.constantFrom(...KINDS).map((kind) => ({ kind })),
  words.map((name) => ({ attribution: [{ source: { name, type: 'person' as const }, cue: 'said' }] })),
);
const moves = (others: boolean): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          who: others
            ? fc.constantFrom('me' as const, 'me' as const, 'other' as const)
            : fc.constant('me' as const),
          at: fc.nat(2),
          patch: fc.option(patches),
        }),
      },
      { weight: 2, arbitrary: fc.constant('undo' as const) },
      { weight: 1, arbitrary: fc.constant('redo' as const) },
    ),
    { maxLength: 25 },
  );

/** An editor who makes, changes, deletes and restores, and walks back and forth, on rows that another changes too. */
class Editor {
  stack = emptyUndoStack;
  #key = 0;
  /** The version that a step's act last left when it was done or undone, and whose it was. */
  readonly #touched = new Map<string, number>();

  constructor(readonly server: Rows) {}

  move(move: Move): void {
    if (move === 'undo') this.walk(stepBack(this.stack));
    else if (move === 'redo') this.walk(stepForward(this.stack));
    else if (move.who === 'other') this.#other(`annotation ${move.at}`, move.patch);
    else this.#act(`annotation ${move.at}`, move.patch);
  }

  walk(stepped: Stepped | null): boolean {
    if (!stepped) return false;
    this.stack = stepped.stack;
    for (const command of stepped.commands) {
      const { annotationId, base } = command;
      const touch = `${stepped.step.key} ${annotationId}`;
      const mayApply = (this.server.foreign.get(annotationId) ?? 0) <= this.#touched.get(touch)!;
      const applied = this.server.apply(command);
      expect(applied !== null, 'is applied if and only if nobody else changed it since').toBe(mayApply);
      if (applied) this.#touched.set(touch, applied.version);
      else {
        const refused = stackWithoutChanges(this.stack, { annotationId, base });
        this.stack = stackWithoutActs(refused, stepped.step.key, annotationId);
      }
    }
    return true;
  }

  #act(annotationId: string, patch: AnnotationPatch | null): void {
    const key = String(++this.#key).padStart(4, '0');
    const row = this.server.rows.get(annotationId);
    if (!row) this.server.rows.set(annotationId, anAnnotation({ id: annotationId }));
    else if (patch && !row.deletedAt)
      this.server.apply({ annotationId, verb: 'revise', patch, base: row.version });
    else
      this.server.apply({
        annotationId,
        verb: row.deletedAt ? 'restore' : 'remove',
        patch: null,
        base: row.version,
      });
    const { kind, version: left } = this.server.rows.get(annotationId)!;
    const revised = row && patch && !row.deletedAt ? patch : null;
    const did = !row ? 'created' : revised ? 'revised' : row.deletedAt ? 'restored' : 'deleted';
    const before = revised && valuesBefore(row!, revised);
    this.stack = stackAfterAct(this.stack, key, { annotationId, did, kind, before, after: revised, left });
    this.#touched.set(`${key} ${annotationId}`, left);
  }

  #other(annotationId: string, patch: AnnotationPatch | null): void {
    const row = this.server.rows.get(annotationId);
    if (!row) return;
    const base = row.version;
    if (patch) this.server.apply({ annotationId, verb: 'revise', patch, base });
    else this.server.apply({ annotationId, verb: row.deletedAt ? 'restore' : 'remove', patch: null, base });
    this.server.foreign.set(annotationId, base + 1);
  }
}

describe('whatever an editor does', () => {
  test('undo of everything returns the start, redo of everything the end', () => {
    fc.assert(
      fc.property(moves(false), (given) => {
        const editor = new Editor(new Rows());
        for (const move of given) editor.move(move);
        const end = editor.server.content();
        let steps = 0;
        while (editor.walk(stepBack(editor.stack))) steps++;
        expect([...editor.server.content().values()].every(({ isDeleted }) => isDeleted)).toBe(true);
        for (let i = 0; i < steps; i++) editor.walk(stepForward(editor.stack));
        expect(editor.server.content()).toEqual(end);
      }),
    );
  });

  test('undo then redo returns the same content, at every moment', () => {
    fc.assert(
      fc.property(moves(false), (given) => {
        const editor = new Editor(new Rows());
        for (const move of given) {
          editor.move(move);
          const before = editor.server.content();
          if (editor.walk(stepBack(editor.stack))) editor.walk(stepForward(editor.stack));
          expect(editor.server.content()).toEqual(before);
        }
      }),
    );
  });

  test('what somebody else changed since is never written over, and nothing else is held up', () => {
    fc.assert(
      fc.property(moves(true), (given) => {
        const editor = new Editor(new Rows());
        for (const move of given) editor.move(move);
        while (editor.walk(stepBack(editor.stack)));
      }),
    );
  });
});
