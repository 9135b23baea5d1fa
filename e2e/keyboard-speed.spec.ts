import type { Page } from '@playwright/test';
import { type Api, type ApiArticle, importArticle } from './support/api';
import { ReadingRoom } from './support/reading-room';
import { expect, test } from './support/test';

const RAW = `Saltmarrow harbour to close for repairs

The harbour of Saltmarrow will close for six weeks in the autumn, Maria Oduya said on Monday. She said the old piles had lost a third of their width since 2009. “We cannot wait for another winter,” she added.

The repairs will cost 4.2 million crowns, according to the harbour board. Fares on the Heron ferry will rise by 9 per cent in March, the board said. Ticket sales fell last year.

Ronan Pike, who leads the fishing crews, warned that forty boats would move to Dunmere. “Half of them will not come back,” Pike said. He told the council that the crews had not been asked, and that the talks should start again.

The council will vote on the plan next week, Ines Berg said, and the work will begin in October if the vote succeeds. “The plan is sound,” said Berg, “and the money is there.” About 300 people work on the quay.

Engineers said the new piles would last for sixty years. According to a report of the coast office, the quay has moved by 11 centimetres, and the sea wall has two cracks. The report was written in May.
`;

type Kind = 'claim' | 'quote' | 'prediction';

interface Prepared {
  kind: Kind;
  /** The stretches that are to be marked. */
  words: string[];
  source?: { name: string; type: string; cue: string };
  /** How the words are reached: so many sentences on, and taken whole as suggested; or found by typing them. */
  reached: { sentencesOn: number } | 'found';
  /** How the source is given: what is offered is taken, or it is written, or there is none. */
  given: 'offered' | 'written' | 'none';
}

const ODUYA = { name: 'Maria Oduya', type: 'person' };
const BOARD = { name: 'Harbour board', type: 'organisation' };
const PIKE = { name: 'Ronan Pike', type: 'person' };
const BERG = { name: 'Ines Berg', type: 'person' };
const REPORT = { name: 'Coast office report', type: 'document', cue: 'according to' };

const sentence = (
  kind: Kind,
  words: string | string[],
  source?: Prepared['source'],
  sentencesOn = 1,
): Prepared => ({
  kind,
  words: [words].flat(),
  reached: { sentencesOn },
  ...(source ? { source, given: 'offered' } : { given: 'none' }),
});
const part = (
  kind: Kind,
  words: string,
  source?: Prepared['source'],
  given: Prepared['given'] = source ? 'offered' : 'none',
): Prepared => ({ kind, words: [words], reached: 'found', given, ...(source && { source }) });

const LIST: Prepared[] = [
  part('prediction', 'The harbour of Saltmarrow will close for six weeks in the autumn', {
    ...ODUYA,
    cue: 'said',
  }),
  sentence('claim', 'She said the old piles had lost a third of their width since 2009.', {
    ...ODUYA,
    cue: 'said',
  }),
  sentence('quote', '“We cannot wait for another winter,”', { ...ODUYA, cue: 'added' }),
  sentence('prediction', 'The repairs will cost 4.2 million crowns, according to the harbour board.', {
    ...BOARD,
    cue: 'according to',
  }),
  part('prediction', 'Fares on the Heron ferry will rise by 9 per cent in March', { ...BOARD, cue: 'said' }),
  sentence('claim', 'Ticket sales fell last year.'),
  part('prediction', 'forty boats would move to Dunmere', { ...PIKE, cue: 'warned' }),
  sentence('quote', '“Half of them will not come back,”', { ...PIKE, cue: 'said' }),
  part('prediction', 'Half of them will not come back', { ...PIKE, cue: 'said' }),
  part('claim', 'the crews had not been asked', { ...PIKE, cue: 'told' }),
  part('prediction', 'The council will vote on the plan next week', { ...BERG, cue: 'said' }),
  part('prediction', 'the work will begin in October', { ...BERG, cue: 'said' }),
  sentence('quote', ['“The plan is sound,”', '“and the money is there.”'], { ...BERG, cue: 'said' }),
  sentence('claim', 'About 300 people work on the quay.'),
  sentence('prediction', 'Engineers said the new piles would last for sixty years.', {
    name: 'Engineers',
    type: 'anonymous',
    cue: 'said',
  }),
  part('claim', 'the quay has moved by 11 centimetres', REPORT, 'written'),
  part('claim', 'the sea wall has two cracks', REPORT, 'written'),
  sentence('claim', 'The report was written in May.'),
  part('claim', 'Ronan Pike, who leads the fishing crews'),
  sentence(
    'quote',
    'He told the council that the crews had not been asked, and that the talks should start again.',
    { ...PIKE, cue: 'told' },
    2,
  ),
];

/** A keyboard that counts: each key or chord is one, and so is all that is typed into one field. */
class CountedKeys {
  count = 0;

  constructor(readonly page: Page) {}

  async press(chord: string): Promise<void> {
    this.count++;
    await this.page.keyboard.press(chord);
  }

  async type(words: string): Promise<void> {
    this.count++;
    await this.page.keyboard.type(words);
  }
}

/** Marks one span of the list, from where the caret is. Returns how many chords it took. */
async function markUp(room: ReadingRoom, { kind, words, source, reached, given }: Prepared): Promise<number> {
  const keys = new CountedKeys(room.page);
  if (reached === 'found') {
    await keys.press('/');
    await expect(room.page.getByRole('searchbox', { name: 'Words of the text' })).toBeFocused();
    await keys.type(words[0]!);
    await keys.press('Enter');
    await expect(room.text).toBeFocused();
  } else for (let i = 0; i < reached.sentencesOn; i++) await keys.press('ArrowDown');
  await keys.press(kind.charAt(0));
  await expect(room.form.getByLabel('Said by')).toBeFocused();
  if (given === 'offered') await keys.press('Enter');
  if (given === 'written' && source) await write(room, keys, source);
  await keys.press('Control+Enter');
  await expect(room.text).toBeFocused();
  return keys.count;
}

async function write(
  room: ReadingRoom,
  keys: CountedKeys,
  { name, type, cue }: typeof REPORT,
): Promise<void> {
  await keys.type(name);
  const isKnown = await isKnownSource(room, name);
  await keys.press('Tab');
  if (!isKnown) {
    await expect(room.form.getByLabel('What it is')).toBeFocused();
    await keys.type(type);
    await keys.press('Tab');
  }
  await expect(room.form.getByLabel('Cue')).toBeFocused();
  await keys.type(cue);
}

/** Whether the list of sources, once it has been looked through, holds one of this name. */
async function isKnownSource(room: ReadingRoom, name: string): Promise<boolean> {
  const list = room.page.getByRole('listbox').getByText(name, { exact: true });
  const none = room.page.getByText('No source of this name yet.');
  await expect(list.or(none)).toBeVisible();
  return list.isVisible();
}

const medianOf = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

interface Marked {
  kind: string;
  spans: { exact: string }[];
  attribution: { source: { name: string; type: string }; cue: string | null }[];
}

const markedIn = async (api: Api, article: ApiArticle): Promise<Marked[]> =>
  (await api<{ items: Marked[] }>('GET', `/articles/${article.id}/annotations`)).body.items;

const inWords = (
  kind: string,
  words: string[],
  source: { name: string; type: string; cue: string | null } | undefined,
) =>
  [kind, words.join(' … '), source && `${source.name} (${source.type}), ${source.cue}`]
    .filter(Boolean)
    .join(' | ');

test('a list of twenty spans is marked up with its sources by keys alone, in few chords', async ({
  desk,
}) => {
  const api = await desk.api();
  const article = await importArticle(api, desk.slug, RAW);
  const { page } = await desk.join('annotator');
  const room = await new ReadingRoom(page).open(desk.path('articles', article.id));
  await room.text.focus();

  const chords: number[] = [];
  for (const prepared of LIST)
    await test.step(prepared.words[0]!, async () => chords.push(await markUp(room, prepared)));

  const wanted = LIST.map(({ kind, words, source }) => inWords(kind, words, source)).sort();
  await expect
    .poll(async () =>
      (await markedIn(api, article))
        .map(({ kind, spans, attribution: [hop] }) =>
          inWords(
            kind,
            spans.map(({ exact }) => exact),
            hop && { ...hop.source, cue: hop.cue },
          ),
        )
        .sort(),
    )
    .toEqual(wanted);

  const parts = LIST.filter(({ reached }) => reached === 'found').length;
  expect(parts).toBeGreaterThanOrEqual(8);
  const isSuggested = ({ reached, given }: Prepared) => reached !== 'found' || given === 'offered';
  const suggested = chords.filter((_, i) => isSuggested(LIST[i]!));
  const figures =
    `${LIST.length} spans, ${parts} of them parts of sentences: median ${medianOf(chords)} chords (${chords.join(' ')}); ` +
    `${suggested.length} with a suggested sentence or source: median ${medianOf(suggested)}`;
  test.info().annotations.push({ type: 'chords', description: figures });
  console.log(figures);
  expect(medianOf(chords), figures).toBeLessThanOrEqual(12);
  expect(medianOf(suggested), figures).toBeLessThanOrEqual(4);
});
