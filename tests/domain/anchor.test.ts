import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reanchorSpans } from '@/lib/domain/anchor';
import type { Reanchored, ReanchorReason } from '@/lib/domain/anchor';
import { areSortedAndDisjoint } from '@/lib/domain/span';
import type { Span } from '@/lib/domain/span';
import { textChangeOf } from '@/lib/domain/text-diff';
import { TextIndex } from '@/lib/domain/text-index';
import type { AnchorState } from '@/lib/domain/vocabulary';
import { marked, markedSpans } from '../support/marked';

interface Outcome {
  state: AnchorState;
  reason: ReanchorReason | null;
  spans: Span[];
}

/** Re-anchors all marks of the old text as one annotation; the marks of the new text are the spans expected. */
function reanchored(
  oldSource: string,
  newSource: string,
): { result: Reanchored; expected: Span[]; text: string } {
  const before = marked(oldSource);
  const after = marked(newSource);
  const result = reanchorSpans(textChangeOf(before.text, after.text), markedSpans(before));
  return { result, expected: markedSpans(after), text: after.text };
}

function expectAnchor(
  oldSource: string,
  newSource: string,
  state: AnchorState,
  reason: ReanchorReason | null = null,
) {
  const { result, expected } = reanchored(oldSource, newSource);
  const outcome: Outcome = { state: result.state, reason: result.reason, spans: result.spans };
  expect(outcome).toEqual({ state, reason, spans: expected });
}

const FILLER = [
  'The council met on Monday to discuss the harbour.',
  'Ada Quill chaired the session in the old town hall.',
  'Residents had waited since spring for a decision about the ferry.',
  'A bus driver named Oren Vale spoke for his colleagues.',
].join('\n');

describe('exact: the same words in the same place', () => {
  it.each<[string, string, string]>([
    ['nothing changed', 'The <a>sky is green</a>.', 'The <a>sky is green</a>.'],
    ['a paragraph before', `The <a>sky is green</a>.`, `${FILLER}\nThe <a>sky is green</a>.`],
    ['a paragraph after', `The <a>sky is green</a>.`, `The <a>sky is green</a>.\n${FILLER}`],
    [
      'a word before, in the sentence',
      'Today the <a>sky over Lund is green</a>.',
      'Today again the <a>sky over Lund is green</a>.',
    ],
    [
      'an edit in the sentence before',
      'It rained hard. The <a>sky is green</a>.',
      'It snowed. The <a>sky is green</a>.',
    ],
    [
      'a negation in the sentence before',
      'It did rain. The <a>sky is green</a>.',
      'It did not rain. The <a>sky is green</a>.',
    ],
    ['a whole text', '<a>The sky is green.</a>', '<a>The sky is green.</a>'],
    ['the start of the text', '<a>The sky</a> is green today.', '<a>The sky</a> is green this day.'],
    [
      'the end of the text',
      'Today over Lund the <a>sky is green</a>',
      'Now over Lund the <a>sky is green</a>',
    ],
    [
      'a short word in its context',
      'Then <a>he</a> said that he would go.',
      `${FILLER}\nThen <a>he</a> said that he would go.`,
    ],
    ['emoji before', 'The <a>sky is green</a>.', '🌈🏳️‍🌈 wow.\nThe <a>sky is green</a>.'],
    ['emoji inside', 'The <a>sky 👩‍🚀 is green</a>.', '🌈\nThe <a>sky 👩‍🚀 is green</a>.'],
    ['Hebrew', 'הוא אמר כי <a>השמיים ירוקים</a>.', 'אתמול.\nהוא אמר כי <a>השמיים ירוקים</a>.'],
    ['Arabic', 'قال إن <a>السماء خضراء اليوم</a>.', 'خبر عاجل.\nقال إن <a>السماء خضراء اليوم</a>.'],
    ['Chinese', '市长说<a>天空是绿色的</a>。', '今天下雨。市长说<a>天空是绿色的</a>。'],
    ['Japanese', '市長は<a>空は緑だ</a>と述べた。', '今日は雨だ。市長は<a>空は緑だ</a>と述べた。'],
    [
      'a sentence said before in other words too',
      'He said <a>it rains in Ystad</a>.',
      'He said it snows in Ystad. He said <a>it rains in Ystad</a>.',
    ],
    ['part of a word', 'A <a>green</a>ish sky.', 'Look.\nA <a>green</a>ish sky.'],
  ])('%s', (_, before, after) => expectAnchor(before, after, 'exact'));

  it('keeps two spans of one annotation', () =>
    expectAnchor(
      '“<a>We will build it</a>,” Quill said, “<b>and we will pay for it</b>.”',
      `${FILLER}\n“<a>We will build it</a>,” Quill said, “<b>and we will pay for it</b>.”`,
      'exact',
    ));
});

describe('moved: the very same words, unmistakably, in a new passage', () => {
  const first = 'Engineers from Lund say <a>the bridge was closed for repairs in April</a>.';
  it('follows a paragraph to the end', () =>
    expectAnchor(`${first}\n${FILLER}`, `${FILLER}\n${first}`, 'moved', 'found_elsewhere'));
  it('follows a paragraph to the start', () =>
    expectAnchor(`${FILLER}\n${first}`, `${first}\n${FILLER}`, 'moved', 'found_elsewhere'));
  it('follows a short word whose context moved along', () => {
    const line = 'Engineers say <a>it</a> was closed for repairs.';
    expectAnchor(`${line}\n${FILLER}`, `${FILLER}\n${line}`, 'moved', 'found_elsewhere');
  });
  it('tells twins apart by their context', () =>
    expectAnchor(
      `Quill wrote that the ferry is late again, as ever.\nVale wrote that <a>the ferry is late again</a>, he said.\n${FILLER}`,
      `${FILLER}\nVale wrote that <a>the ferry is late again</a>, he said.\nQuill wrote that the ferry is late again, as ever.`,
      'moved',
      'found_elsewhere',
    ));
  it('is changed when it moved into a denial', () =>
    expectAnchor(
      `He said <a>the bridge was closed for repairs in April</a>.\n${FILLER}`,
      `${FILLER}\nHe denied <a>the bridge was closed for repairs in April</a>.`,
      'changed',
      'negation_nearby',
    ));
});

describe('changed: the place is known, what it says differs', () => {
  it.each<[string, string, string]>([
    ['a word', 'The <a>sky over Lund is green</a>.', 'The <a>sky over Lund is blue</a>.'],
    ['a negation inside', '<a>Profits will fall</a> this year.', '<a>Profits will not fall</a> this year.'],
    ['a contraction inside', 'They say <a>profits will fall</a>.', "They say <a>profits won't fall</a>."],
    ['a number', 'They say <a>four ships sank there</a>.', 'They say <a>nine ships sank there</a>.'],
    ['a number alone', 'They say <a>four</a> ships sank there.', 'They say <a>nine</a> ships sank there.'],
    ['a digit', 'It cost <a>4,000 crowns</a> in all.', 'It cost <a>4,900 crowns</a> in all.'],
    ['a number that grew', 'It cost <a>10</a> crowns in all.', 'It cost <a>100</a> crowns in all.'],
    ['a sign', 'It was <a>5</a> degrees in Lund.', 'It was <a>-5</a> degrees in Lund.'],
    ['letter case', 'The <a>sky is green</a>.', 'The <a>Sky is Green</a>.'],
    ['letter case of all of it', '<a>The sky is green</a>', '<a>THE SKY IS GREEN</a>'],
    ['the shape of the quotation marks', 'He: <a>"The sky is green"</a>.', 'He: <a>“The sky is green”</a>.'],
    ['the shape of an apostrophe', "He said <a>it's green</a>.", 'He said <a>it’s green</a>.'],
    ['a word inserted', 'The <a>sky is green</a>.', 'The <a>sky is very green</a>.'],
    ['a word taken out', 'The <a>sky is very green</a> now.', 'The <a>sky is green</a> now.'],
    ['the first word', '<a>The sky over Lund is green</a>.', '<a>Our sky over Lund is green</a>.'],
    [
      'the last word, at the end of the text',
      'The <a>sky over Lund is green</a>',
      'The <a>sky over Lund is blue</a>',
    ],
    [
      'a combining mark put on the last letter',
      'We met at the <a>cafe</a> at noon.',
      'We met at the <a>cafe\u0301</a> at noon.',
    ],
    [
      'composed to decomposed',
      'We met at <a>the café in Lund</a>.',
      'We met at <a>the cafe\u0301 in Lund</a>.',
    ],
    ['an emoji joined', 'The <a>crew 👩</a> flew away.', 'The <a>crew 👩‍🚀</a> flew away.'],
    ['letters put right before', 'Profits <a>fall</a> this year.', 'Profits <a>befall</a> this year.'],
    ['Chinese, a negation inside', '市长说<a>天空是绿色的</a>。', '市长说<a>天空不是绿色的</a>。'],
    ['Arabic, a word', 'قال إن <a>السماء خضراء اليوم</a>.', 'قال إن <a>السماء زرقاء اليوم</a>.'],
  ])('%s', (_, before, after) => expectAnchor(before, after, 'changed', 'words_differ'));

  it('says so when only the line breaks differ, as the words are the same', () =>
    expectAnchor(
      'They say <a>the sky over Lund is green</a>.',
      'They say <a>the sky\nover Lund is green</a>.',
      'changed',
      'whitespace_differs',
    ));

  it('shows the words then and now', () => {
    const { result } = reanchored(
      'It is said that <a>profits will fall</a>.',
      'It is said that <a>profits will not fall</a>.',
    );
    expect(result.pieces[0]).toMatchObject({ before: 'profits will fall', after: 'profits will not fall' });
  });

  it('does not reach into a sentence put before', () =>
    expectAnchor(
      '<a>The sky over Lund is green</a>.',
      'Big news. <a>Our sky over Lund is green</a>.',
      'changed',
      'words_differ',
    ));
});

describe('the words stayed, what the sentence says of them did not', () => {
  it.each<[string, string, string]>([
    ['not', 'Profits will <a>fall</a> this year.', 'Profits will not <a>fall</a> this year.'],
    ['not, taken out', 'Profits will not <a>fall</a> this year.', 'Profits will <a>fall</a> this year.'],
    ['a denial put before', '<a>Profits will fall</a>.', 'It is not true that <a>Profits will fall</a>.'],
    [
      'said to denied',
      'Quill said <a>the bridge is safe for all</a>.',
      'Quill denied <a>the bridge is safe for all</a>.',
    ],
    [
      'denied after the quote',
      '“<a>The bridge is safe for all</a>,” Quill said.',
      '“<a>The bridge is safe for all</a>,” Quill denied.',
    ],
    [
      'a denial before an abbreviation',
      'Mr. Vale <a>took the money from the till</a>.',
      'It is false that Mr. Vale <a>took the money from the till</a>.',
    ],
    [
      'a denial over a line break',
      'So it is\n<a>safe to cross for all of us</a>.',
      'So it is never\n<a>safe to cross for all of us</a>.',
    ],
    ['German', 'Die Gewinne werden <a>sinken</a>.', 'Die Gewinne werden nicht <a>sinken</a>.'],
    ['French', 'Les prix <a>vont baisser</a> demain.', 'Les prix ne <a>vont baisser</a> jamais demain.'],
    ['Spanish', 'Los precios <a>bajarán mañana</a>.', 'Los precios nunca <a>bajarán mañana</a>.'],
    ['Russian', 'Цены <a>упадут завтра</a>.', 'Цены не <a>упадут завтра</a>.'],
    ['Arabic', 'قال إن <a>السماء خضراء اليوم</a>.', 'قال ليس <a>السماء خضراء اليوم</a>.'],
    ['Chinese', '市长说<a>天空是绿色的</a>。', '市长否认<a>天空是绿色的</a>。'],
    ['Japanese', '市長は<a>空は緑だ</a>と述べた。', '市長は<a>空は緑だ</a>と否定した。'],
  ])('negation: %s', (_, before, after) => expectAnchor(before, after, 'changed', 'negation_nearby'));

  it.each<[string, string, string]>([
    [
      'if',
      'They leave when <a>the bridge is closed at night</a>.',
      'They leave if <a>the bridge is closed at night</a>.',
    ],
    [
      'a question mark',
      '<a>Will the bridge be closed at night</a>.',
      '<a>Will the bridge be closed at night</a>?',
    ],
  ])('hedge: %s', (_, before, after) => expectAnchor(before, after, 'changed', 'hedge_nearby'));

  it.each<[string, string, string]>([
    [
      'digits',
      'In 2021 <a>the bridge was closed at night</a>.',
      'In 2022 <a>the bridge was closed at night</a>.',
    ],
    [
      'a magnitude put after',
      'The bridge did cost <a>4</a> crowns.',
      'The bridge did cost <a>4</a> million crowns.',
    ],
    ['a quantity', 'Many <a>ships were lost at sea</a>.', 'Few <a>ships were lost at sea</a>.'],
  ])('number: %s', (_, before, after) => expectAnchor(before, after, 'changed', 'number_nearby'));

  it('notices another subject of a few words', () =>
    expectAnchor('Profits <a>will fall</a>.', 'Losses <a>will fall</a>.', 'changed', 'context_differs'));

  it('shows the sentences then and now', () => {
    const { result } = reanchored(
      'Rain. Profits will <a>fall</a>. Sun.',
      'Rain. Profits will not <a>fall</a>. Sun.',
    );
    expect(result.pieces[0]).toMatchObject({
      before: 'Profits will fall.',
      after: 'Profits will not fall.',
    });
  });
});

describe('orphaned: nothing is guessed', () => {
  it.each<[string, string, string, ReanchorReason]>([
    ['a paragraph deleted', `<a>The sky is green over Lund</a>.\n${FILLER}`, FILLER, 'words_gone'],
    [
      'a text replaced',
      '<a>The sky is green over Lund</a>.',
      'Nobody bought apples yesterday; they cost too much.',
      'words_gone',
    ],
    ['a text emptied', '<a>The sky is green over Lund</a>.', '', 'words_gone'],
    [
      'one of two twins deleted: the other one is somebody else’s',
      `Quill: <a>the ferry is late</a>.\n${FILLER}\nVale: the ferry is late.`,
      `${FILLER}\nVale: the ferry is late.`,
      'words_gone',
    ],
    [
      'twins in two new places',
      `Quill: <a>the ferry is late again</a>.\n${FILLER}`,
      `${FILLER}\nOla: the ferry is late again.\nIda: the ferry is late again.`,
      'ambiguous',
    ],
    [
      'a short word alone',
      `Then <a>he</a> left.\n${FILLER}`,
      `${FILLER}\nWhat does he want from the mayor?`,
      'ambiguous',
    ],
    [
      'rewritten but for function words',
      'The <a>minister of the interior opened the school in the north</a>.',
      'The bakery of a village sold the bread to the poor in winter.',
      'words_gone',
    ],
    [
      'one half of a quote gone',
      `“<a>We will build the bridge</a>,” Quill said. “<b>And the town pays for every stone of it</b>.”\n${FILLER}`,
      `“We will build the bridge,” Quill said.\n${FILLER}`,
      'words_gone',
    ],
    [
      'halves that changed places',
      `Quill: <a>we will build the bridge by summer</a>.\n${FILLER}\nVale: <b>the town pays for every stone of it</b>.`,
      `Vale: the town pays for every stone of it.\n${FILLER}\nQuill: we will build the bridge by summer.`,
      'order_lost',
    ],
  ])('%s', (_, before, after, reason) => expectAnchor(before, after, 'orphaned', reason));

  it('still tells which half is left', () => {
    const { result } = reanchored(
      `“<a>We will build the bridge</a>,” Quill said. “<b>And the town pays for every stone of it</b>.”\n${FILLER}`,
      `“We will build the bridge,” Quill said.\n${FILLER}`,
    );
    expect(result.pieces.map((piece) => piece.state)).toEqual(['exact', 'orphaned']);
  });

  it('refuses spans outside the old text', () => {
    expect(() => reanchorSpans(textChangeOf('abc', 'abc'), [{ start: 2, end: 4 }])).toThrow(RangeError);
  });
});

const WORDS =
  'sky green Lund ferry he the of not four 4 “quote” déjà cafe\u0301 👩‍🚀 🇸🇪 天空 绿色 空は緑 ירוק سماء will fall , . ? \n U.S. don’t'.split(
    ' ',
  );
const textArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', '', '\n', '  ')), {
    maxLength: 60,
  })
  .map((parts) => parts.flat().join(''));
const spansIn = (text: string, picks: readonly number[]): Span[] => {
  const length = new TextIndex(text).length;
  const edges = [...new Set(picks.map((pick) => Math.floor(pick * (length + 1))))].sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) spans.push({ start: edges[i]!, end: edges[i + 1]! });
  return spans;
};
const shareArbitrary = fc.nat(999).map((thousandths) => thousandths / 1000);
const picksArbitrary = fc.array(shareArbitrary, {
  minLength: 2,
  maxLength: 6,
});
/** Cuts and insertions, at places given as shares of the length. */
const editsArbitrary = fc.array(
  fc.tuple(
    shareArbitrary,
    fc.nat(30),
    fc.oneof(textArbitrary, fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 4 })),
  ),
  { maxLength: 5 },
);
const edited = (text: string, edits: readonly (readonly [number, number, string])[]): string =>
  edits.reduce((current, [share, length, inserted]) => {
    const points = [...current];
    points.splice(Math.floor(share * points.length), length, inserted);
    return points.join('');
  }, text);

describe('for any text and any edits', () => {
  const seed = Date.now() & 0x7fffffff;
  const check = (property: fc.IProperty<never> | fc.IRawProperty<unknown>) =>
    fc.assert(property as fc.IRawProperty<unknown>, { seed, numRuns: 400 });

  it(`keeps the invariants of spans and of states (seed ${seed})`, () =>
    check(
      fc.property(textArbitrary, picksArbitrary, editsArbitrary, (before, picks, edits) => {
        const spans = spansIn(before, picks);
        fc.pre(spans.length > 0);
        const after = edited(before, edits);
        const result = reanchorSpans(textChangeOf(before, after), spans);
        const [oldIndex, newIndex] = [new TextIndex(before), new TextIndex(after)];
        expect(result.pieces).toHaveLength(spans.length);
        expect(result.spans).toHaveLength(result.state === 'orphaned' ? 0 : spans.length);
        if (result.state === 'orphaned') return;
        expect(areSortedAndDisjoint(result.spans)).toBe(true);
        expect(result.spans.at(-1)!.end).toBeLessThanOrEqual(newIndex.length);
        result.pieces.forEach((piece, i) => {
          const words = newIndex.slice(piece.span!.start, piece.span!.end);
          const oldWords = oldIndex.slice(spans[i]!.start, spans[i]!.end);
          if (piece.state !== 'changed') expect(words).toBe(oldWords);
        });
      }),
    ));

  it(`leaves every span exact where nothing changed (seed ${seed})`, () =>
    check(
      fc.property(textArbitrary, picksArbitrary, (text, picks) => {
        const spans = spansIn(text, picks);
        fc.pre(spans.length > 0);
        expect(reanchorSpans(textChangeOf(text, text), spans)).toMatchObject({
          state: 'exact',
          reason: null,
          spans,
        });
      }),
    ));

  it(`shifts every span by what was put before it, and back again (seed ${seed})`, () =>
    check(
      fc.property(
        textArbitrary,
        picksArbitrary,
        fc.array(fc.constantFrom('vexo', 'lumi', '🌈', 'права')),
        (text, picks, words) => {
          const index = new TextIndex(text);
          const spans = spansIn(text, picks).filter(({ start, end }) => /\S/u.test(index.slice(start, end)));
          fc.pre(spans.length > 0);
          const inserted = `${words.join(' ')} zuro.\n\n`;
          const by = new TextIndex(inserted).length;
          const shifted = spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
          const there = reanchorSpans(textChangeOf(text, inserted + text), spans);
          expect(there).toMatchObject({ state: 'exact', spans: shifted });
          const back = reanchorSpans(textChangeOf(inserted + text, text), there.spans);
          expect(back).toMatchObject({ state: 'exact', spans });
        },
      ),
    ));

  it(`never keeps a verdict when "not" comes into the sentence (seed ${seed})`, () =>
    check(
      fc.property(
        fc.array(fc.constantFrom('profits', 'will', 'fall', 'in', 'Lund', 'soon', 'the', 'ferry', 'U.S.'), {
          minLength: 3,
          maxLength: 14,
        }),
        fc.nat(),
        picksArbitrary,
        (words, at, picks) => {
          const before = `${FILLER}\n${words.join(' ')}.\n${FILLER}`;
          const cut = at % words.length;
          const negated = [...words.slice(0, cut), 'not', ...words.slice(cut)];
          const after = `${FILLER}\n${negated.join(' ')}.\n${FILLER}`;
          const offset = FILLER.length + 1;
          const spans = spansIn(words.join(' '), picks)
            .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
            .slice(0, 1);
          fc.pre(spans.length > 0);
          expect(['changed', 'orphaned']).toContain(reanchorSpans(textChangeOf(before, after), spans).state);
        },
      ),
    ));
});
