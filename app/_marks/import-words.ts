import type { ImportFormat } from '@/lib/domain/import-report';

const FORMAT_WORDS: Record<ImportFormat, { word: string; is: string; files: string }> = {
  doccano: { word: 'doccano', is: 'JSON Lines with a text and its labels each', files: '.jsonl,.json' },
  labelstudio: { word: 'Label Studio', is: 'the JSON that Label Studio exports', files: '.json' },
  brat: { word: 'brat standoff', is: 'an archive of .txt and .ann files', files: '.zip,.txt,.ann' },
  webanno: {
    word: 'WebAnno TSV',
    is: 'an archive of .tsv files, as INCEpTION and WebAnno write them',
    files: '.zip,.tsv,.json',
  },
  w3c: { word: 'W3C Web Annotation', is: 'JSON-LD', files: '.jsonld,.json' },
  jsonl: {
    word: 'A whole workspace (JSON Lines)',
    is: 'Touchstone’s own export with full texts, into a workspace that is still empty',
    files: '.jsonl',
  },
};
export const wordOfImportFormat = (format: ImportFormat): string => FORMAT_WORDS[format].word;
export const meaningOfImportFormat = (format: ImportFormat): string => FORMAT_WORDS[format].is;
/** The files that a chooser offers first. */
export const filesOfImportFormat = (format: ImportFormat): string => FORMAT_WORDS[format].files;
/** In the order in which they are offered. */
export const OFFERED_IMPORT_FORMATS = Object.keys(FORMAT_WORDS) as ImportFormat[];

const OUTCOMES = { imported: 'New', duplicate: 'Was here', refused: 'Refused' } as const;
export const wordOfImportOutcome = (outcome: keyof typeof OUTCOMES): string => OUTCOMES[outcome];
