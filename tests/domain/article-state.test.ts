import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import {
  type ArticleAction,
  type ArticleState,
  articleStateAfter,
  deletedAnnotations,
  emptyArticleState,
  findShown,
  shownAnnotations,
} from '@/lib/domain/article-state';
import { anAnnotation } from '../support/an-annotation';

const stateAfter = (
  actions: readonly ArticleAction[],
  from: ArticleState = emptyArticleState,
): ArticleState => actions.reduce(articleStateAfter, from);

/** An article's events: each makes a new version of one of three annotations; one in four deletes or restores. */
const history = fc
  .array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), toggles: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((steps) => {
    const rows = new Map<string, Annotation>();
    return steps.map(({ id, toggles }, i): ArticleAction & { type: 'arrived' } => {
      const before = rows.get(id);
      const annotation = anAnnotation({
        id,
        version: (before?.version ?? 0) + 1,
        seq: i + 1,
        tags: [`event ${i + 1}`],
        deletedAt: toggles === 0 && before && !before.deletedAt ? '2026-03-01T10:00:00.000Z' : null,
      });
      rows.set(id, annotation);
      return { type: 'arrived', annotation, seq: i + 1 };
    });
  });

const shuffledWithRepeats = history.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.array(fc.nat(events.length - 1), { maxLength: 20 }),
    )
    .map(([order, repeats]) => ({ events, arrivals: [...order, ...repeats.map((i) => order[i]!)] })),
);

describe('events of the feed', () => {
  test('lead to the same state in any order, however often they arrive', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ({ events, arrivals }) => {
        const inOrder = stateAfter(events);
        const asArrived = stateAfter(arrivals);
        expect(asArrived.seq).toBe(inOrder.seq);
        expect(new Map([...asArrived.annotations].sort())).toEqual(new Map([...inOrder.annotations].sort()));
        expect(shownAnnotations(asArrived)).toEqual(shownAnnotations(inOrder));
      }),
    );
  });

  test('never bring an older version back', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ({ arrivals }) => {
        let state = emptyArticleState;
        for (const action of arrivals) {
          const before = state.annotations.get(action.annotation.id)?.version ?? 0;
          state = articleStateAfter(state, action);
          expect(state.annotations.get(action.annotation.id)!.version).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test('seen before change nothing at all', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ({ arrivals }) => {
        const state = stateAfter(arrivals);
        for (const action of arrivals) expect(articleStateAfter(state, action)).toBe(state);
      }),
    );
  });

  test('a list that is loaded at any moment loses nothing that arrived after it was read', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.nat(), (events, readAt, loadedAt) => {
        const read = stateAfter(events.slice(0, readAt % (events.length + 1)));
        const at = loadedAt % (events.length + 1);
        const loaded: ArticleAction = {
          type: 'loaded',
          seq: read.seq,
          annotations: [...read.annotations.values()],
        };
        const state = stateAfter([...events.slice(0, at), loaded, ...events.slice(at)]);
        expect(shownAnnotations(state)).toEqual(shownAnnotations(stateAfter(events)));
        expect(state.seq).toBe(events.length);
      }),
    );
  });

  test('are not skipped because one’s own answer overtook them', () => {
    const answer = anAnnotation({ id: 'mine', seq: 7 });
    expect(stateAfter([{ type: 'arrived', annotation: answer }]).seq).toBe(0);
  });
});

describe('one’s own commands', () => {
  const mine = anAnnotation({ tags: ['mine'], version: 2 });
  const theirs = anAnnotation({ tags: ['theirs'], version: 3 });

  test('are shown over whatever arrives until they are settled', () => {
    fc.assert(
      fc.property(shuffledWithRepeats, ({ arrivals }) => {
        const draft = anAnnotation({ id: 'a', tags: ['mine'], version: 99 });
        const state = stateAfter([{ type: 'drafted', annotation: draft }, ...arrivals]);
        expect(findShown(state, 'a')).toBe(draft);
        const settled = articleStateAfter(state, { type: 'settled', id: 'a' });
        expect(findShown(settled, 'a')).toBe(state.annotations.get('a') ?? null);
      }),
    );
  });

  test('leave the server’s row beneath them alone', () => {
    const state = stateAfter([
      { type: 'arrived', annotation: theirs, seq: 1 },
      { type: 'drafted', annotation: mine },
    ]);
    expect(state.annotations.get(mine.id)).toBe(theirs);
    expect(shownAnnotations(state)).toEqual([mine]);
  });

  test('that delete take the annotation out of sight', () => {
    const gone = { ...mine, deletedAt: '2026-03-01T10:00:00.000Z' };
    const state = stateAfter([
      { type: 'arrived', annotation: theirs },
      { type: 'drafted', annotation: gone },
    ]);
    expect(shownAnnotations(state)).toEqual([]);
    expect(deletedAnnotations(state)).toEqual([gone]);
  });

  test('settling what is not pending changes nothing', () => {
    expect(articleStateAfter(emptyArticleState, { type: 'settled', id: 'a' })).toBe(emptyArticleState);
  });
});

test('annotations are shown in document order, the longer first, those without a place last', () => {
  const at = (id: string, start: number, end: number, more: Partial<Annotation> = {}) =>
    anAnnotation({ id, spans: [{ start, end, exact: '', prefix: '', suffix: '' }], ...more });
  const rows = [
    at('d', 0, 5, { anchor: 'orphaned' }),
    at('c', 9, 12),
    at('b', 2, 4),
    at('a2', 2, 8),
    at('a1', 2, 8),
  ];
  const state = stateAfter([{ type: 'loaded', seq: 1, annotations: rows }]);
  expect(shownAnnotations(state).map((row) => row.id)).toEqual(['a1', 'a2', 'b', 'c', 'd']);
});

describe('the check of an annotation', () => {
  const check = (seq: number) =>
    ({ priority: 'high', dueOn: null, assignee: null, taken: null, version: 1, seq }) as const;
  const arrived = (annotation: Annotation): ArticleAction => ({ type: 'arrived', annotation });

  test('counts by its own number, whichever version it came with', () => {
    const [older, newer] = [
      anAnnotation({ id: 'a', version: 2, check: check(5) }),
      anAnnotation({ id: 'a', check: check(9) }),
    ];
    for (const order of [
      [older, newer],
      [newer, older],
    ]) {
      const held = findShown(stateAfter(order.map(arrived)), 'a');
      expect([held?.version, held?.check?.seq]).toEqual([2, 9]);
    }
  });

  test('is seen also while one’s own change waits, and stays where another row has none', () => {
    const drafted: ArticleAction = { type: 'drafted', annotation: anAnnotation({ id: 'a', version: 2 }) };
    const state = stateAfter([
      arrived(anAnnotation({ id: 'a' })),
      drafted,
      arrived(anAnnotation({ id: 'a', check: check(3) })),
    ]);
    expect(findShown(state, 'a')).toMatchObject({ version: 2, check: { seq: 3 } });
    const later = stateAfter(
      [{ type: 'settled', id: 'a' }, arrived(anAnnotation({ id: 'a', version: 2 }))],
      state,
    );
    expect(findShown(later, 'a')).toMatchObject({ version: 2, check: { seq: 3 } });
  });
});
