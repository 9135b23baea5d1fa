import { describe, expect, test } from 'vitest';
import { type Proposal, proposalOf } from '@/lib/suggest/proposal';
import { readStatement, type Statement } from '@/lib/suggest/statement';

const said = (words: string, articleId: string, given: Partial<Statement> = {}): Statement => ({
  articleId,
  copyGroup: articleId,
  publishedAt: null,
  kind: 'claim',
  words,
  sentence: words,
  ...given,
});
const between = (
  first: string,
  second: string,
  given: { earlier?: Partial<Statement>; later?: Partial<Statement> } = {},
): Proposal | null =>
  proposalOf(readStatement(said(first, 'a', given.earlier)), readStatement(said(second, 'b', given.later)));
const DAYS = { earlier: { publishedAt: '2026-03-01' }, later: { publishedAt: '2026-05-04' } };
const FORETOLD = { earlier: { ...DAYS.earlier, kind: 'prediction' as const }, later: DAYS.later };

describe('two articles contradict each other', () => {
  test.each([
    [
      'one body or another',
      'The panel voted to refer the ferry disaster to the Northern Court of Shipping.',
      'A vote to refer the ferry disaster to the Northern Labour Court is expected, the panel said.',
    ],
    [
      'one committee or another',
      'The dredging plan was rejected by the Harbour Committee after a long debate.',
      'After a long debate the dredging plan was rejected by the Finance Committee.',
    ],
    [
      'whose work it is',
      'What worries the islanders most is the Velland move to adopt a fishing resolution with stronger quotas.',
      'The assembly will vote on a fishing resolution with quotas drafted by Ostmark and the Tern Islands.',
    ],
    [
      'who wrote it',
      'The report on the flooded tunnel was written by Mara Lind.',
      'Written by Tove Brandt, the report on the flooded tunnel was kept back, the report written by Tove Brandt says.',
    ],
    [
      'who was appointed',
      'The council appointed Mara Lind as harbour master of the eastern quay.',
      'The council appointed Tove Brandt as harbour master of the eastern quay.',
    ],
    [
      'said and denied',
      'The mayor signed the contract for the new ferry in secret.',
      'The mayor did not sign the contract for the new ferry.',
    ],
    [
      'never',
      'Inspectors warned the mill about the cracked boiler.',
      'Inspectors never warned the mill about the cracked boiler.',
    ],
    [
      'denied outright',
      'The company dumped waste into the river Orle.',
      'The company denies it dumped waste into the river Orle.',
    ],
    [
      'rise and fall',
      'Rents in the old town rose sharply under the new law.',
      'Rents in the old town fell sharply under the new law.',
    ],
    [
      'approved and rejected',
      'The city council approved the tram line to Westend.',
      'The city council rejected the tram line to Westend.',
    ],
    [
      'support and oppose',
      'Fishermen support the closure of the bay for trawlers.',
      'Fishermen oppose the closure of the bay for trawlers.',
    ],
    [
      'an outlook and its opposite',
      'The close partnership of Velland and Ostmark will not last once the war is over, he said.',
      'Even if the war ends, the ties between Ostmark and Velland will persist, said Ines Corvo.',
    ],
    [
      'will outlast it',
      'Their alliance will collapse as soon as the fighting subsides in Ostmark.',
      'The bond will outlast the war in Ostmark, she said.',
    ],
    [
      'another figure on the same day',
      'The storm damaged 40 boats in the marina of Kell.',
      'The storm damaged 65 boats in the marina of Kell.',
    ],
    [
      'another share',
      'The survey found that 62 percent of pupils walk to school.',
      'The survey found that 26 percent of pupils walk to school.',
    ],
    [
      'another sum',
      'The bridge repair will cost $4 million, the council was told.',
      'The bridge repair will cost $9 million, the council was told.',
    ],
    [
      'another day',
      'The ferry Astrid sank near the lighthouse on March 3.',
      'The ferry Astrid sank near the lighthouse on March 5.',
    ],
    [
      'won and lost',
      'Kell Rovers won the cup final against Harrow Town.',
      'Kell Rovers lost the cup final against Harrow Town.',
    ],
  ])('%s', (_, first, second) => {
    expect(between(first, second)).toMatchObject({ type: 'contradicts' });
    expect(between(second, first)).toMatchObject({ type: 'contradicts' });
  });
});

describe('a later article tells what became of a prediction', () => {
  test.each([
    [
      'the vote that was expected',
      'The assembly’s fisheries committee is expected to vote on a motion about Velland next week.',
      'Last Tuesday, a fisheries committee voted in favour of a motion about Velland.',
      'reports what was foretold',
    ],
    [
      'it reopened',
      'The eastern quay will reopen within a month, the mayor said.',
      'The eastern quay reopened on Friday, to the relief of the mayor.',
      'reports what was foretold',
    ],
    [
      'it did not reopen',
      'The eastern quay will reopen within a month, the mayor said.',
      'Two months later the eastern quay has not reopened, and the mayor is silent.',
      'the opposite',
    ],
    [
      'the opposite happened',
      'Fares on the island ferry will rise in summer, the company said.',
      'Fares on the island ferry fell this summer, to the surprise of the company.',
      'the opposite',
    ],
  ])('%s', (_, first, second, words) => {
    const found = between(first, second, FORETOLD);
    expect(found).toMatchObject({ type: 'resolves', isTurned: true });
    expect(found!.reason).toContain(words);
    expect(
      proposalOf(
        readStatement(said(second, 'b', FORETOLD.later)),
        readStatement(said(first, 'a', FORETOLD.earlier)),
      ),
    ).toMatchObject({
      type: 'resolves',
      isTurned: false,
    });
  });

  test('an article of the same day, or of no known day, is not a later one', () => {
    const first = 'The eastern quay will reopen within a month, the mayor said.';
    const second = 'The eastern quay reopened on Friday, to the relief of the mayor.';
    for (const publishedAt of ['2026-03-01', null]) {
      const given = { earlier: { publishedAt, kind: 'prediction' as const }, later: { publishedAt } };
      expect(between(first, second, given)?.type).not.toBe('resolves');
    }
  });

  test('an earlier article settles nothing', () => {
    const found = between('The eastern quay will reopen within a month.', 'The eastern quay reopened.', {
      earlier: { publishedAt: '2026-05-04', kind: 'prediction' },
      later: { publishedAt: '2026-03-01' },
    });
    expect(found?.type).not.toBe('resolves');
  });
});

test('a later figure for the same thing is an update, from the later one', () => {
  const found = between(
    'The storm damaged 40 boats in the marina of Kell.',
    'The storm damaged 65 boats in the marina of Kell.',
    DAYS,
  );
  expect(found).toMatchObject({ type: 'updates', isTurned: true });
  expect(found!.reason).toContain('40');
  expect(found!.reason).toContain('65');
});

test('a day that was put off is an update', () => {
  expect(
    between(
      'The ferry Astrid will sail for the lighthouse on March 13.',
      'The ferry Astrid will sail for the lighthouse on June 5.',
      DAYS,
    ),
  ).toMatchObject({ type: 'updates' });
});

test('what two people marked in nearly the same words is the same; of unmarked sentences it is not proposed', () => {
  const first = 'The council closed the swimming hall because of the cracked roof.';
  const second = 'Because of its cracked roof the swimming hall was closed by the council.';
  expect(between(first, second)).toMatchObject({ type: 'same' });
  expect(between(first, second, { later: { kind: null } })).toBeNull();
});

describe('copies of one story', () => {
  const copies = { earlier: { copyGroup: 'wire' }, later: { copyGroup: 'wire' } };
  test('marked twice with the same words they are the same', () => {
    expect(between('The quay is shut.', '“The quay is shut”', copies)).toMatchObject({
      type: 'same',
      reason: 'The same words in a copy of the same story.',
    });
  });
  test('otherwise nothing is proposed between them', () => {
    expect(
      between('Rents in the old town rose sharply.', 'Rents in the old town fell sharply.', copies),
    ).toBeNull();
  });
});

describe('nothing is proposed', () => {
  test.each([
    ['of two matters', 'The quay will reopen in May.', 'The chess club lost its final game.'],
    [
      'of one word in common',
      'The council approved the budget.',
      'The council closed the old swimming hall.',
    ],
    [
      'of two places',
      'A fire injured 12 people in Kell on Monday.',
      'A fire injured 9 people in Harrow on Monday.',
    ],
    ['of two months', 'Rents in the old town rose in May.', 'Rents in the old town fell in June.'],
    ['of two years', 'In 2019 the storm damaged 40 boats.', 'In 2023 the storm damaged 65 boats.'],
    [
      'of a rounded figure',
      'The storm damaged about 40 boats in Kell.',
      'The storm damaged 41 boats in Kell.',
      'same',
    ],
    [
      'of a lower bound',
      'More than 40 boats were damaged by the storm.',
      'The storm damaged 65 boats at anchor.',
    ],
    [
      'of figures of two things',
      'The storm damaged 40 boats in Kell.',
      'The storm damaged 12 roofs in Kell.',
    ],
    [
      'of two speakers who say the same',
      'Mara Lind said the tunnel would be flooded for a month.',
      'The tunnel would be flooded for a month, said Tove Brandt.',
      'same',
    ],
    [
      'of a name in two spellings',
      'The envoy met Ro Myong-su in the harbour office for talks.',
      'The envoy met Ro Myong Su in the harbour office for talks.',
      'same',
    ],
    [
      'of a part of a name',
      'The council appointed Mara Lind as harbour master.',
      'The council appointed Lind as harbour master.',
      'same',
    ],
    [
      'of initials',
      'The case goes to the Northern Labour Court in spring, the panel ruled.',
      'The case goes to the NLC in spring, the panel ruled.',
      'same',
    ],
    [
      'of a condition that ends something',
      'Ties with Ostmark will persist after the strike ends.',
      'Ties with Ostmark will persist, the premier of Velland said.',
    ],
    ['of a last week', 'The ferry sailed last week to Kell.', 'The ferry Astrid ended its service to Kell.'],
    [
      'of two countries in one report',
      'Velland and Ostmark signed a trade treaty.',
      'Velland and Ostmark play each other in the cup.',
    ],
    ['of headlines', 'Harbour Master Steps Down', 'Harbour Master Walks Away From Quay'],
    [
      'of a question and a rumour',
      'Nobody knows what the letter holds.',
      'The letter was handed over in the harbour office.',
    ],
    [
      'of two sums of money',
      'Traders on the quay are losing 40,000 crowns a week.',
      'The plan before the panel costs 4.2 million crowns.',
    ],
    [
      'of three words that another sentence has too',
      '“Let them swim.”',
      'Nobody said that the quay should swim.',
    ],
    ['of two people who do different things', 'Mara Lind opened the fair.', 'Tove Brandt closed the mill.'],
  ])('%s', (_, first, second, allowed?: string) => {
    const [one, other] = [between(first, second), between(second, first)];
    for (const found of [one, other]) if (found) expect(found.type).toBe(allowed);
  });

  test('of one article', () => {
    const one = readStatement(said('Rents in the old town rose sharply.', 'a'));
    const other = readStatement(said('Rents in the old town fell sharply.', 'a'));
    expect(proposalOf(one, other)).toBeNull();
  });
});

test('the reason names the words that decide and those that are shared', () => {
  const found = between(
    'The panel voted to refer the ferry disaster to the Northern Court of Shipping.',
    'A vote to refer the ferry disaster to the Northern Labour Court is expected.',
  );
  expect(found!.reason).toBe(
    'Both speak of a court: in the first it is Northern Court of Shipping, in the second Northern Labour Court. In both: “voted”, “refer”, “ferry” and “disaster”.',
  );
});

test('what marked words are about is read from the sentence around them', () => {
  const around = { sentence: 'Rents in the old town, it is feared, rose sharply under the new law.' };
  const second = 'Rents in the old town fell sharply under the new law.';
  expect(between('rose sharply', second)).toBeNull();
  expect(between('rose sharply', second, { earlier: around })).toMatchObject({ type: 'contradicts' });
});

test('the reason of an update says what was before and what is now', () => {
  const found = between('The storm damaged 40 boats in Kell.', 'The storm damaged 65 boats in Kell.', DAYS);
  expect(found!.reason).toMatch(/^Another figure for the same thing: 40 before, 65 now\./);
});

test('the claim in checkable words counts as what the words are about', () => {
  const second = 'Rents in the old town fell sharply under the new law.';
  const restated = 'Rents in the old town rose under the new law.';
  expect(between('rose sharply', second, { earlier: { restated } })).toMatchObject({ type: 'contradicts' });
});

test('a person who is said to have voted tells of the person, not of the vote', () => {
  const first = 'The harbour committee is expected to vote on the repair of the quay next week.';
  expect(between(first, 'Mara Lind, who voted on the repair of the quay, is ill.', FORETOLD)).toBeNull();
});
