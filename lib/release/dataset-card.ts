import { LOSS_SUBJECTS, type LossSubject } from '@/lib/domain/loss-counts';
import type { ReleaseFile } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import { KINDS, STATUSES } from '@/lib/domain/vocabulary';
import { agreementTables } from './agreement-words';
import { CANARY_PLACES } from './canary';
import { cardFrontMatter } from './card-front-matter';
import { bibtexOf } from './citation-cff';
import { counted, grouped } from './counted';
import { isSemanticVersion } from './croissant-json';
import { code, markdownQuote, markdownTable, markdownText } from './markdown';
import { partSentence } from './part-words';
import type { ReleaseFacts } from './release-facts';
import { annotationWords, limitationsOf } from './release-words';
import { SPLIT_NAMES } from './split-sizes';
import { SPLIT_METHODS } from './splits';

/** Places of names in free text that the card lists one by one. */
const MOST_WARNINGS = 50;

/** `README.md`: the dataset card, with the head that Hugging Face reads. `files` are those that are made before it. */
export function datasetCard(facts: ReleaseFacts, files: readonly ReleaseFile[]): string {
  const sections: [title: string, body: (string | false)[]][] = [
    ['What is in it', contents(facts)],
    ['How it was annotated', annotating(facts)],
    ['Agreement', agreement(facts)],
    ['Adjudication', adjudication(facts)],
    ['Text and licences', licences(facts)],
    ['Splits', splits(facts)],
    ['Files', fileList(files)],
    ['What formats leave behind', losses(files)],
    [
      'Known limits',
      [
        limitationsOf(facts)
          .map((limit) => `- ${limit}`)
          .join('\n'),
      ],
    ],
    ['People', people(facts)],
    ['How to load it', loading(files)],
    ['How to verify it', verifying(facts)],
    ['How to cite it', [fenced('bibtex', [bibtexOf(facts)])]],
    ['Canary', canary(facts)],
  ];
  const parts = [
    cardFrontMatter(facts, files),
    `# ${markdownText(facts.name)}, version ${markdownText(facts.version)}`,
    head(facts),
    ...sections.flatMap(([title, body]) => [
      `## ${title}`,
      ...body.filter((part) => part !== false && part !== ''),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head({ workspace, frozenAt, id, notes, version, address }: ReleaseFacts): string {
  const lines = [
    `Claims, quotes and predictions in news articles, marked by ${markdownText(workspace.name)}. As it stood at ${frozenAt}; it never changes. Release ${code(id)}.`,
    address ? `Served at <${address.replace(/[<>\s]/gu, encodeURIComponent)}>.` : '',
    isSemanticVersion(version)
      ? ''
      : `Its version is not of the form MAJOR.MINOR.PATCH, so that ${code('croissant.json')} gives none and names it in the description.`,
    notes.trim() && markdownQuote(notes.trim()),
  ];
  return lines.filter(Boolean).join('\n\n');
}

function contents({ counts, part, passes }: ReleaseFacts): string[] {
  const rows = KINDS.flatMap((kind) => [
    [`**${kind}**`, '', grouped(counts.byKind[kind])],
    ...STATUSES[kind].flatMap((status) => {
      const n = counts.byStatus[kind][status];
      return n ? [['', code(status), grouped(n)]] : [];
    }),
  ]);
  const days = counts.published
    ? ` They appeared from ${counts.published.from} to ${counts.published.until}.`
    : '';
  const languages = Object.entries(counts.languages).map(([tag, n]) => `${markdownText(tag)} ${grouped(n)}`);
  return [
    ...(part ? partWords(part, passes.passes > 0) : []),
    `${counted(counts.annotations, 'annotation')} in ${counted(counts.articles, 'article')} (${counted(counts.revisions, 'revision')}), ${counted(counts.sources, 'source')}, ${counted(counts.verifications, 'verification')}, ${counted(counts.propositions, 'proposition')}, ${counted(counts.publishedFactChecks, 'published fact check')}.${days}${languages.length > 0 ? ` Languages: ${languages.join(', ')}.` : ''}`,
    markdownTable(['kind', 'status', 'annotations'], rows, [2]),
  ];
}

/** What was asked for, condition by condition, and what came along because of it. */
const partWords = (part: NonNullable<ReleaseFacts['part']>, hasPasses: boolean): string[] => [
  markdownText(partSentence(part)),
  `The same filter as the query of an address: ${code(part.filter)}. What belongs to the annotations comes along; what they only refer to stays an id.${
    hasPasses
      ? ' Passes, decisions of adjudication and agreement are those of its articles, whole: also where what they mark does not fit.'
      : ''
  }`,
];

function annotating(facts: ReleaseFacts): string[] {
  const campaigns = facts.campaigns.map(({ name, kinds, annotatorsPerArticle, dueOn, state }) => [
    markdownText(name),
    kinds.join(', '),
    String(annotatorsPerArticle),
    dueOn ?? '–',
    state,
  ]);
  return [
    annotationWords(facts).join(' '),
    campaigns.length > 0
      ? markdownTable(['campaign', 'kinds', 'annotators an article', 'due', 'state'], campaigns, [2])
      : '',
  ];
}

function agreement({ agreement: report, passes }: ReleaseFacts): string[] {
  if (!report || report.overall.pairs.length === 0)
    return [
      passes.passes > 0
        ? 'No two annotators share an article, so that no agreement can be computed. It is undefined, not perfect.'
        : 'Nobody annotated blind, so that there is no agreement to report. It is undefined, not perfect.',
    ];
  return [
    'Over the passes that were revealed, of each pair of annotators over all articles that both annotated. In parentheses the interval of 95 % by the bootstrap over articles. Overlap: spans that share at least half of what they cover together. alphaU: Krippendorff’s unitizing alpha (1995, 2004). The whole report, with other attributes and each article, is `agreement.json`.',
    agreementTables(report),
  ];
}

function adjudication({ adjudication: facts }: ReleaseFacts): string[] {
  if (!facts) return ['Nothing was adjudicated.'];
  const rows = Object.entries(facts.byOutcome).map(([outcome, n]) => [code(outcome), grouped(n)]);
  return [
    `${counted(facts.decisions, 'decision')} in force on ${counted(facts.articles, 'article')}. Annotations that stand for what annotators marked apart name their marks in ${code('adjudication.jsonl')}; an outcome ${code('disagreement')} was left open on purpose.`,
    markdownTable(['outcome', 'decisions'], rows, [1]),
  ];
}

const TEXT_WORDS = {
  full: 'whole texts',
  excerpts: 'the marked words and up to 32 code points on either side',
  offsets: 'positions alone, no words of the text',
} as const;

function licences({ options, licences: rows }: ReleaseFacts): string[] {
  const why =
    options.text === 'licensed'
      ? 'Of each article this release holds as many words as its licence allows; of one without a licence, excerpts.'
      : `Whoever made this release chose ${code(options.text)} for all articles: ${TEXT_WORDS[options.text]}.`;
  const own =
    options.licence === null
      ? 'The annotations have no licence of their own: nobody has given them one.'
      : `The annotations are passed on under ${markdownText(options.licence)}.`;
  return [
    `${why} ${own} ${code('LICENCES.csv')} names licence and rights holder of each article.`,
    markdownTable(
      ['licence', 'words', 'articles'],
      rows.map(({ licence, text, articles }) => [
        licence === null ? 'none known' : markdownText(licence),
        TEXT_WORDS[text],
        grouped(articles),
      ]),
      [2],
    ),
  ];
}

const METHOD_WORDS = {
  article: 'by article',
  story: 'by story',
  time: 'by time',
} as const;

function splits({ splits: { seed, settings, by, cuts, stories } }: ReleaseFacts): string[] {
  const { train, validation, test } = settings.ratios;
  const rows = SPLIT_METHODS.map((method) => {
    const { sizes, wanted, left, storiesDivided } = by[method];
    return [
      METHOD_WORDS[method],
      ...SPLIT_NAMES.map((name) =>
        sizes[name] === wanted[name]
          ? grouped(sizes[name])
          : `${grouped(sizes[name])} (wanted ${grouped(wanted[name])})`,
      ),
      grouped(left),
      grouped(storiesDivided),
    ];
  });
  const days = [
    cuts.validationFrom && `validation from ${cuts.validationFrom}`,
    cuts.testFrom && `test from ${cuts.testFrom}`,
  ].filter(Boolean);
  return [
    `Ratios ${train} : ${validation} : ${test}, seed ${seed}. Rows of the tables name no part: join ${code('splits.csv')} by ${code('article_id')}.`,
    markdownTable(
      ['articles', 'train', 'validation', 'test', 'in none', 'stories divided'],
      rows,
      [1, 2, 3, 4, 5],
    ),
    `By story, near-copies and articles whose titles name the same story are in one part: ${counted(stories.withSeveral, 'story has', 'stories have')} several articles, the largest ${grouped(stories.largest)}. By time, ${days.length > 0 ? `${days.join(', ')} (${cuts.isChosen ? 'chosen' : 'reckoned from the ratios'})` : 'no day divides the articles'}; an article whose date is not known, or not exactly enough, is in no part, because in training it might tell the future.`,
  ];
}

function fileList(files: readonly ReleaseFile[]): string[] {
  const rows = files.map(({ name, what, offsetUnit, rows: n, bytes }) => [
    code(name),
    markdownText(what),
    offsetUnit === 'none' ? '–' : offsetUnit.replaceAll('_', ' '),
    n === null ? '–' : grouped(n),
    grouped(bytes),
  ]);
  return [
    markdownTable(['file', 'what it is', 'offsets count', 'rows', 'bytes'], rows, [3, 4]),
    `Beside them ${code('README.md')}, ${code('manifest.json')} and ${code('SHA256SUMS')}. Offsets are half-open.`,
  ];
}

const LOSS_WORDS: Readonly<Record<LossSubject, string>> = {
  annotation: 'annotations',
  span: 'spans',
  overlap: 'overlaps',
  boundary: 'boundaries',
  discontinuity: 'links between stretches',
  status: 'statuses',
  verification: 'decisions',
  evidence_position: 'positions of evidence',
  attribution: 'attributions',
  details: 'details of a kind',
  tags: 'tags',
  attributes: 'attributes of the workspace',
  anchor: 'notes that the text has changed',
};

function losses(files: readonly ReleaseFile[]): string[] {
  const rows = files.flatMap(({ name, losses: lost }) => {
    if (!lost || lost.counts.losses === 0) return [];
    const by = LOSS_SUBJECTS.flatMap((subject) => {
      const n = lost.counts.by[subject];
      return n ? [`${LOSS_WORDS[subject]} ${grouped(n)}`] : [];
    });
    return [
      [
        code(name),
        grouped(lost.counts.losses),
        grouped(lost.counts.annotations),
        by.join(', '),
        code(lost.report),
      ],
    ];
  });
  if (rows.length === 0) return ['Nothing of an annotation is lost in any of the formats.'];
  return [
    'What a format cannot hold of an annotation, each by id and reason in its report. The lossless form is `dataset.jsonl`.',
    markdownTable(['file', 'losses', 'annotations', 'what', 'report'], rows, [1, 2]),
  ];
}

function people({ options, warnings }: ReleaseFacts): string[] {
  if (!options.pseudonyms) return ['Annotators and verifiers are named, as whoever made this release chose.'];
  const said =
    'Annotators, verifiers and everybody else who worked on the data have pseudonyms: “Annotator 1”, … and ids made for this release with a key that is in none of its files. The numbers follow nothing.';
  if (warnings.length === 0) return [said, 'No free text names any of them.'];
  const listed = warnings
    .slice(0, MOST_WARNINGS)
    .map(({ where, field, names }) => `- ${code(where)}, ${code(field)}: ${markdownText(names)}`);
  const rest = warnings.length - listed.length;
  return [
    said,
    `Free text was left as it is. In ${counted(warnings.length, 'place')} it has words that are, or happen to be, a name of theirs:`,
    [...listed, ...(rest > 0 ? [`- … and ${counted(rest, 'more place')}`] : [])].join('\n'),
  ];
}

function loading(files: readonly ReleaseFile[]): (string | false)[] {
  const names = new Set(files.map(({ name }) => name));
  const hasTable = names.has(RELEASE_FILE_NAMES.parquet);
  const table = hasTable ? RELEASE_FILE_NAMES.parquet : RELEASE_FILE_NAMES.csv;
  if (!names.has(table))
    return [
      'This release holds no table of annotations. The lines of `dataset.jsonl` are described by `schema.json`.',
    ];
  const read = hasTable ? 'read_parquet' : 'read_csv';
  return [
    'With [DuckDB](https://duckdb.org), in the folder of the release:',
    fenced('sql', [
      'SELECT a.*, s.split_by_story AS split',
      `FROM '${table}' a JOIN 'splits.csv' s USING (article_id)`,
      "WHERE s.split_by_story = 'train';",
    ]),
    'With [pandas](https://pandas.pydata.org):',
    fenced('python', [
      'import pandas as pd',
      `annotations = pd.${read}("${table}")`,
      'splits = pd.read_csv("splits.csv")',
      'train = annotations.merge(splits[splits.split_by_story == "train"], on="article_id")',
    ]),
    'With [datasets](https://huggingface.co/docs/datasets), which reads the head of this card:',
    fenced('python', [
      'from datasets import load_dataset',
      'annotations = load_dataset("path/to/this/folder", "annotations", split="full")',
      'splits = {row["article_id"]: row["split_by_story"] for row in load_dataset("path/to/this/folder", "splits", split="full")}',
      'train = annotations.filter(lambda row: splits[row["article_id"]] == "train")',
    ]),
    `Columns that hold lists (${code('spans')}, ${code('attribution')}, ${code('tags')}, ${code('evidence')}) are JSON. ${code('start')} and ${code('end')} are Python’s own positions in the text of the revision (code points).`,
    !hasTable &&
      `In ${code(table)} text that a spreadsheet would run as a formula has an apostrophe before it.`,
  ];
}

const fenced = (language: string, lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;

function verifying({ id }: ReleaseFacts): string[] {
  return [
    fenced('sh', ['sha256sum --check SHA256SUMS']),
    `${code('manifest.json')} names every file with its SHA-256 too. Whoever runs the Touchstone that made this release makes all of it anew and compares: ${code(`touchstone release verify ${id}`)}.`,
  ];
}

function canary({ canary: sentence, options }: ReleaseFacts): string[] {
  const places = options.formats.flatMap((format) =>
    CANARY_PLACES[format] ? [`${code(RELEASE_FILE_NAMES[format])} (${CANARY_PLACES[format]})`] : [],
  );
  return [
    `This sentence stands in the documents of the release${places.length > 0 ? `, and in ${places.join(', ')}` : ''}. The other formats have no place for it. A model that knows it has seen this release:`,
    `> ${sentence}`,
  ];
}
