'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';
import { meaningOfFormat, meaningOfTextMode, wordOfFormat, wordOfTextMode } from '@/app/_marks/export-words';
import { countBeyondLicence, modesInWords } from '@/app/_marks/licence-words';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/field';
import { DownloadIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { EXPORT_FILES, exportFileName } from '@/lib/domain/export-file';
import type { AskedText } from '@/lib/domain/licence';
import { EXPORT_FORMATS, type ExportFormat, TEXT_MODES, type TextMode } from '@/lib/domain/vocabulary';
import styles from '../export.module.css';
import { Choices } from './choices';
import { CommandLine } from './command-line';
import { Losses } from './losses';

/** What a format's reader must know beside its purpose. */
const FINE_PRINT: Record<ExportFormat, string> = {
  jsonl:
    'One record per line. Positions count Unicode code points. Deleted annotations and the history of changes are left out.',
  csv: 'UTF-8. Positions count Unicode code points. A cell that a spreadsheet would run as a formula gets an apostrophe in front.',
  claimreview:
    'Published fact checks alone, with their ratings and corrections. How much text you choose changes nothing: all of it is public.',
  w3c: 'Positions count Unicode code points, as the standard asks. What the standard has no word for is kept under terms of our own.',
  parquet: 'Positions count Unicode code points. Cells hold the words as they are: nothing runs them.',
  brat: 'Positions count Unicode code points. What brat has no word for stands as a note beside each mark.',
  conll:
    'Positions count Unicode code points. A word has one tag, so of marks that overlap one is kept; nothing but the kind goes along.',
  webanno: 'Positions count UTF-16 code units. White space at the ends of a mark is left behind.',
  labelstudio: 'Positions count UTF-16 code units, as browsers do. The labelling setup stands in the guide.',
  doccano: 'Positions count Unicode code points. Nothing but the kind of each stretch goes along.',
  averitec: 'It has no positions. Claims that are not decided, quotes and predictions are left behind.',
};

/** A plain form: it downloads without script too. Script keeps the two lines for programs in step with the choice. */
export function ExportForm({
  slug,
  address,
  textModes,
  part,
}: {
  slug: string;
  address: string;
  /** How many articles go along whole, in excerpts, by positions, where each goes by its own licence. */
  textModes: Record<TextMode, number>;
  /** The keys of the filter that the export is narrowed to; none for everything. */
  part: readonly (readonly [key: string, value: string])[];
}) {
  const [format, setFormat] = useState<ExportFormat>('jsonl');
  const [text, setText] = useState<AskedText>('licensed');
  const [isReady, setReady] = useState(true);
  const [everyArticle, setEveryArticle] = useState(false);
  const path = `/api/v1/workspaces/${slug}/export`;
  const { canLose } = EXPORT_FILES[format];
  const beyond = text === 'licensed' ? 0 : countBeyondLicence(text, textModes);
  const isPart = part.length > 0;
  const filter = new URLSearchParams(part.map(([key, value]) => [key, value])).toString();
  const query = new URLSearchParams([
    ...Object.entries({ format, text, ...(canLose && { allowLoss: 'true' }) }),
    ...part.map(([key, value]) => [key, value]),
    ...(isPart && everyArticle ? [['articles', 'all']] : []),
  ]).toString();
  return (
    <>
      <form action={path} method="get" className={styles.form}>
        {part.map(([key, value]) => (
          <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
        ))}
        <Choices
          legend="Format"
          name="format"
          value={format}
          onChoose={(chosen) => {
            setFormat(chosen);
            setReady(!EXPORT_FILES[chosen].canLose);
          }}
          options={EXPORT_FORMATS.map((value) => ({
            value,
            word: wordOfFormat(value),
            meaning: `${meaningOfFormat(value)}.`,
            finePrint: FINE_PRINT[value],
          }))}
        />
        <Choices
          legend="How much text"
          name="text"
          value={text}
          onChoose={setText}
          options={(['licensed', ...TEXT_MODES] as const).map((value) => ({
            value,
            word: wordOfTextMode(value),
            meaning: `${meaningOfTextMode(value)}.`,
            ...(value === 'licensed' && { finePrint: `${sentence(modesInWords(textModes))}.` }),
          }))}
        />
        {beyond > 0 && (
          <Notice tone="info" title="This shows more than the licences allow">
            {beyond === 1 ? 'One article does' : `${beyond.toLocaleString('en')} articles do`} not allow{' '}
            {text === 'full' ? 'whole texts' : 'excerpts'} to be passed on. With this choice that is your
            decision. <Link href={`/${slug}/articles/licences` as Route}>Look at the licences</Link>
          </Notice>
        )}
        {isPart && (
          <Checkbox
            name="articles"
            value="all"
            label="Also articles in which nothing fits"
            hint="Without their annotations. Else they are left out."
            checked={everyArticle}
            onChange={(event) => setEveryArticle(event.currentTarget.checked)}
          />
        )}
        {canLose && (
          <Losses key={format} path={path} format={format} text={text} filter={filter} onReady={setReady} />
        )}
        <div className="row">
          <Button type="submit" variant="primary" disabled={!isReady}>
            <DownloadIcon /> Download {wordOfFormat(format)}
          </Button>
        </div>
      </form>
      <section className="section">
        <h2>From a program</h2>
        <p className="soft">The same file over the API, with a token from the settings:</p>
        <CommandLine
          label="API request"
          line={`curl --fail --remote-header-name --remote-name --header "Authorization: Bearer $TOKEN" "${address}${path}?${query}"`}
        />
        <p className="soft">Or on the server, from Touchstone’s folder:</p>
        <CommandLine
          label="Command"
          line={`npm run -s touchstone -- export --workspace ${slug} --format ${format} --text ${text}${canLose ? ' --allow-loss' : ''}${isPart ? ` --filter '${filter.replaceAll("'", '%27')}'${everyArticle ? ' --every-article' : ''}` : ''} --out ${exportFileName(slug, format, text, isPart)}`}
        />
      </section>
    </>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
