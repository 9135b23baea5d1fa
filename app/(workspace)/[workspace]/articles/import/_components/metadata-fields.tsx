import { Button } from '@/app/_ui/button';
import { dayInWords } from '@/app/_ui/dates';
import { TextField } from '@/app/_ui/field';
import type { ImportPreview, ReadField } from '@/lib/domain/import-preview';
import styles from './metadata-fields.module.css';

type Metadata = ImportPreview['read']['metadata'];

const FIELDS: readonly { field: ReadField; label: string; none: string }[] = [
  { field: 'title', label: 'Title', none: 'No headline was found: without one the first words stand in.' },
  { field: 'publisher', label: 'Publisher', none: 'Not found in the text.' },
  { field: 'byline', label: 'Author', none: 'Not found in the text.' },
  { field: 'publishedAt', label: 'Date of publication', none: 'Not found in the text.' },
  { field: 'language', label: 'Language', none: 'Could not be told from the text.' },
];

/** Longer words than this are cut where a field says what it was read from. */
const WORDS_LENGTH = 120;

/** What the text tells of itself, each value with the words it was read from, until a person writes another. */
export function MetadataFields({
  metadata,
  edits,
  isTitleFromHeadline,
  onEdit,
  onTakeBack,
}: {
  metadata: Metadata;
  edits: Partial<Record<ReadField, string | undefined>>;
  isTitleFromHeadline: boolean;
  onEdit: (field: ReadField, value: string) => void;
  onTakeBack: (field: ReadField) => void;
}) {
  return (
    <div className={styles.fields} role="group" aria-label="About the article">
      {FIELDS.map(({ field, label, none }) => {
        const isYours = edits[field] !== undefined;
        const words = <FieldHint {...{ metadata, field, none }} />;
        const yours =
          field === 'title' && isTitleFromHeadline ? (
            'From the paragraph that you took for the headline.'
          ) : (
            <>
              Yours.{' '}
              <Button variant="link" onClick={() => onTakeBack(field)}>
                Take back<span className="visually-hidden"> {label}</span>
              </Button>
            </>
          );
        return (
          <TextField
            key={field}
            label={label}
            type={field === 'publishedAt' ? 'date' : 'text'}
            name={field}
            value={edits[field] ?? readValueOf(metadata, field)}
            maxLength={field === 'language' ? 35 : 1000}
            autoComplete="off"
            title={field === 'title' ? (edits.title ?? metadata.title ?? undefined) : undefined}
            hint={isYours ? yours : words}
            onChange={(event) => onEdit(field, event.target.value)}
          />
        );
      })}
    </div>
  );
}

/** A date that is known to the month or year fills no date field: that would make it more exact than it is. */
function readValueOf(metadata: Metadata, field: ReadField): string {
  if (field === 'publishedAt' && metadata.publishedAtPrecision !== 'day') return '';
  return metadata[field] ?? '';
}

function FieldHint({ metadata, field, none }: { metadata: Metadata; field: ReadField; none: string }) {
  const value = metadata[field];
  const basis = metadata.basis[field];
  if (value === null || !basis) return none;
  const words = shortened(basis.words);
  return (
    <>
      {readingInWords(metadata, field, value)}
      {basis.basis === 'stated' ? 'Stated in ' : 'Inferred from '}“
      <span className={styles.words}>{words}</span>”
    </>
  );
}

function readingInWords({ publishedAtPrecision }: Metadata, field: ReadField, value: string): string {
  if (field === 'language') return `${languageInWords(value)}. `;
  if (field === 'publishedAt' && publishedAtPrecision && publishedAtPrecision !== 'day')
    return `${dayInWords(value, publishedAtPrecision)}, no day. `;
  return '';
}

function languageInWords(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= WORDS_LENGTH
    ? words
    : `${characters.slice(0, WORDS_LENGTH).join('').trimEnd()}…`;
}
