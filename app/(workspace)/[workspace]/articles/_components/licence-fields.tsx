'use client';
import { wordOfTextMode } from '@/app/_marks/export-words';
import { meaningOfLicence } from '@/app/_marks/licence-words';
import { Select, TextField } from '@/app/_ui/field';
import { addressOfLicence, licenceFromWords, OFFERED_LICENCES, textAllowedBy } from '@/lib/domain/licence';
import { TEXT_MODES, type TextMode } from '@/lib/domain/vocabulary';

/** What is typed; `keep` leaves what each article has. */
export interface LicenceDraft {
  licence: string;
  licenceUrl: string;
  rightsHolder: string;
  textAllowed: TextMode | '' | 'keep';
}

/** The fields of a licence. For several articles at once an empty field leaves what each has. */
export function LicenceFields({
  draft,
  onChange,
  isForSeveral,
}: {
  draft: LicenceDraft;
  onChange: (draft: LicenceDraft) => void;
  isForSeveral: boolean;
}) {
  const name = licenceFromWords(draft.licence);
  const known = addressOfLicence(name);
  const kept = isForSeveral ? 'Left empty, each keeps its own.' : null;
  const textAllowed = draft.textAllowed === 'keep' || draft.textAllowed === '' ? null : draft.textAllowed;
  return (
    <>
      <TextField
        label="Licence"
        name="licence"
        list="licences"
        autoComplete="off"
        maxLength={200}
        value={draft.licence}
        onChange={(event) => onChange({ ...draft, licence: event.target.value })}
        hint={
          draft.licence.trim() === ''
            ? (kept ??
              'Choose one, or write what was agreed. While nobody has said, excerpts alone are passed on.')
            : `${name === draft.licence.trim() ? '' : `Stored as ${name}. `}${sentence(meaningOfLicence({ licence: name, textAllowed }))}.`
        }
      />
      <datalist id="licences">
        {OFFERED_LICENCES.map((licence) => (
          <option key={licence} value={licence} />
        ))}
      </datalist>
      <TextField
        label="Address of its terms"
        name="licenceUrl"
        type="url"
        optional
        maxLength={2000}
        value={draft.licenceUrl}
        placeholder={known ?? undefined}
        onChange={(event) => onChange({ ...draft, licenceUrl: event.target.value })}
      />
      <TextField
        label="Whom to name"
        name="rightsHolder"
        optional
        maxLength={1000}
        value={draft.rightsHolder}
        hint={kept ?? 'The line of attribution, as the licence asks for it.'}
        onChange={(event) => onChange({ ...draft, rightsHolder: event.target.value })}
      />
      <Select
        label="How much text may be passed on"
        name="textAllowed"
        value={draft.textAllowed}
        onChange={(event) =>
          onChange({ ...draft, textAllowed: event.target.value as LicenceDraft['textAllowed'] })
        }
        options={[
          ...(isForSeveral ? [{ value: 'keep', label: 'As it is for each' }] : []),
          {
            value: '',
            label: isForSeveral
              ? 'As the licence says'
              : `As the licence says: ${wordOfTextMode(textAllowedBy(name || null)).toLowerCase()}`,
          },
          ...TEXT_MODES.map((mode) => ({ value: mode, label: wordOfTextMode(mode) })),
        ]}
      />
    </>
  );
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
