'use client';
import { useState } from 'react';
import { meaningOfFormat, meaningOfTextMode, wordOfFormat, wordOfTextMode } from '@/app/_marks/export-words';
import { Button } from '@/app/_ui/button';
import { DownloadIcon } from '@/app/_ui/icons';
import { EXPORT_FILES, exportFileName } from '@/lib/domain/export-file';
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
export function ExportForm({ slug, address }: { slug: string; address: string }) {
  const [format, setFormat] = useState<ExportFormat>('jsonl');
  const [text, setText] = useState<TextMode>('excerpts');
  const [isReady, setReady] = useState(true);
  const path = `/api/v1/workspaces/${slug}/export`;
  const { canLose } = EXPORT_FILES[format];
  const query = new URLSearchParams({ format, text, ...(canLose && { allowLoss: 'true' }) }).toString();
  return (
    <>
      <form action={path} method="get" className={styles.form}>
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
          options={TEXT_MODES.map((value) => ({
            value,
            word: wordOfTextMode(value),
            meaning: `${meaningOfTextMode(value)}.`,
          }))}
        />
        {canLose && <Losses key={format} path={path} format={format} text={text} onReady={setReady} />}
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
          line={`npm run -s touchstone -- export --workspace ${slug} --format ${format} --text ${text}${canLose ? ' --allow-loss' : ''} --out ${exportFileName(slug, format, text)}`}
        />
      </section>
    </>
  );
}
