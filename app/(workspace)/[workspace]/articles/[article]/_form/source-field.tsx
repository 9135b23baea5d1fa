'use client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { wordOfSourceType } from '@/app/_marks/words';
import { IconButton } from '@/app/_ui/button';
import { Combobox, type Suggestion } from '@/app/_ui/combobox';
import { Select, TextField } from '@/app/_ui/field';
import { ChevronDownIcon, CloseIcon } from '@/app/_ui/icons';
import { KeyHint } from '@/app/_ui/key-hint';
import type { AttributionOffer } from '@/lib/domain/attribution-offers';
import { foldedName } from '@/lib/domain/folded-name';
import type { Page } from '@/lib/domain/page';
import type { RegisteredSource } from '@/lib/domain/source';
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/vocabulary';
import styles from './annotation-form.module.css';
import type { HopFields } from './form-draft';

/** Between the last key and the question to the server. */
const PAUSE_MS = 120;
const SUGGESTIONS = 12;

/** What of a hop a suggestion fills in. */
type Picked = Pick<HopFields, 'id' | 'name' | 'type'> & { cue?: string };

/** One hop of an attribution: who, of what sort, and with which words. */
export function SourceField({
  hop,
  isVia,
  offers,
  workspaceSlug,
  articleId,
  onChange,
  onMoveIn,
  onRemove,
}: {
  hop: HopFields;
  isVia: boolean;
  /** What may fit, the likeliest first; shown while nothing is written. */
  offers: readonly AttributionOffer[];
  workspaceSlug: string;
  articleId: string;
  onChange: (hop: HopFields) => void;
  /** Changes places with the hop before; null for the first one. */
  onMoveIn: (() => void) | null;
  onRemove: (() => void) | null;
}) {
  const { sources, isLooking } = useSources(workspaceSlug, articleId, hop.name);
  const offered = hop.name.trim() === '' ? offers : [];
  const known = knownSource(sources, hop.name);
  const isNew = hop.id === null && hop.name.trim() !== '' && !known;
  const [taken, setTaken] = useState('');
  const refer = useEffectEvent((source: RegisteredSource) => {
    if (hop.id !== null) return;
    const name = hop.name.trim();
    const isOther = foldedName(name) !== foldedName(source.name);
    const recordedAs = isOther ? { id: source.id, name } : null;
    onChange({ ...hop, id: source.id, type: source.type, mode: null, recordedAs });
  });
  // A name that is written out is that source, of whatever sort it is; going on with it makes it another name again.
  useEffect(() => {
    if (known) refer(known);
  }, [known]);
  const pickedRef = useRef<Picked | null>(null);
  const fillIn = (picked: Picked) => {
    pickedRef.current = picked;
    onChange({ ...hop, ...picked, mode: null, nameSpan: null, recordedAs: null });
  };
  const take = (offer: AttributionOffer) => {
    fillIn(pickedFromOffer(offer, hop));
    setTaken(wordsOfOffer(offer));
  };
  const pick = ({ value }: Suggestion) => {
    const offer = offered.find((candidate) => candidate.name === value);
    if (offer) return fillIn(pickedFromOffer(offer, hop));
    const source = sources.find((candidate) => candidate.id === value);
    if (source) fillIn(referenceOf(source));
  };
  const write = (name: string) => {
    if (name === hop.name) return;
    // A pick also writes its own name into the field, before or after it is told: that is no new name.
    const picked = pickedRef.current?.name === name ? pickedRef.current : null;
    onChange({ ...hop, id: null, name, mode: null, nameSpan: null, recordedAs: null, ...picked });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const input = event.target as Element;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.defaultPrevented || input.role !== 'combobox' || input.hasAttribute('aria-activedescendant'))
      return;
    if (!offered[0]) return;
    event.preventDefault();
    take(offered[0]);
  };
  return (
    <div className={styles.hop}>
      <div className={styles.hopName} onKeyDown={onKeyDown}>
        <Combobox
          label={isVia ? 'Via' : 'Said by'}
          hint={
            offered.length > 0 ? (
              <Offers offers={offered} onTake={take} />
            ) : known && foldedName(known.name) !== foldedName(hop.name) ? (
              `Another name of ${known.name}.`
            ) : null
          }
          value={hop.name}
          onChange={write}
          onPick={pick}
          options={[
            ...offered.map(suggestionFromOffer),
            ...sources.filter(isNotAmong(offered)).map(suggestionFrom(hop.name)),
          ]}
          filtered
          empty={emptyWords(isLooking, isNew)}
        />
        {onMoveIn && (
          <IconButton size="small" label="Move it before the one above" onClick={onMoveIn}>
            <span className={styles.up}>
              <ChevronDownIcon />
            </span>
          </IconButton>
        )}
        {onRemove && (
          <IconButton
            size="small"
            label={isVia ? 'Remove this via' : 'Remove this source'}
            onClick={onRemove}
          >
            <CloseIcon />
          </IconButton>
        )}
      </div>
      <p role="status" className="visually-hidden">
        {taken && hop.name !== '' && `Filled in: ${taken}`}
      </p>
      {isNew && (
        <Select
          label="What it is"
          value={hop.type}
          options={SOURCE_TYPES.map((type) => ({ value: type, label: wordOfSourceType(type) }))}
          onChange={(event) => onChange({ ...hop, type: event.target.value as SourceType, mode: null })}
        />
      )}
      <TextField
        label="Cue"
        optional
        placeholder={isVia ? 'reported, according to' : 'said, told, in the words of'}
        value={hop.cue}
        maxLength={300}
        onChange={(event) => onChange({ ...hop, cue: event.target.value })}
      />
    </div>
  );
}

/** What Enter fills in, and what else may fit. By keys the others are reached in the list. */
function Offers({
  offers,
  onTake,
}: {
  offers: readonly AttributionOffer[];
  onTake: (offer: AttributionOffer) => void;
}) {
  return (
    <>
      {offers.map((offer, i) => (
        <span key={offer.name} className={styles.offer}>
          {i === 0 ? (
            <>
              <KeyHint keys="Enter" /> fills in:{' '}
            </>
          ) : (
            'or '
          )}
          <button type="button" tabIndex={-1} className={styles.take} onClick={() => onTake(offer)}>
            {wordsOfOffer(offer)}
          </button>{' '}
          <span className={styles.basis}>{BASIS[offer.basis]}</span>
        </span>
      ))}
    </>
  );
}

const BASIS = {
  sentence: 'in this sentence',
  nearby: 'who speaks before',
  before: 'as before',
} as const;

const wordsOfOffer = ({ name, cue }: AttributionOffer): string => (cue ? `${name}, ${cue}` : name);

const pickedFromOffer = ({ id, name, type, cue }: AttributionOffer, hop: HopFields): Picked => ({
  id,
  name,
  type,
  cue: hop.cue.trim() === '' ? (cue ?? '') : hop.cue,
});

const suggestionFromOffer = (offer: AttributionOffer): Suggestion => ({
  value: offer.name,
  label: offer.name,
  secondary: [offer.cue && `“${offer.cue}”`, BASIS[offer.basis]].filter(Boolean).join(' · '),
});

const isNotAmong =
  (offers: readonly AttributionOffer[]) =>
  ({ id }: RegisteredSource): boolean =>
    offers.every((offer) => offer.id !== id);

/** The one source that a written name is the name or another name of; the server takes it for that too. */
function knownSource(sources: readonly RegisteredSource[], name: string): RegisteredSource | null {
  const folded = foldedName(name);
  const same = sources.filter((source) =>
    [source.name, ...source.aliases].some((each) => foldedName(each) === folded),
  );
  return same.length === 1 ? same[0]! : null;
}

const referenceOf = ({ id, name, type }: RegisteredSource): Picked => ({ id, name, type });

const emptyWords = (isLooking: boolean, isNew: boolean): string =>
  isLooking
    ? 'Looking…'
    : isNew
      ? 'No source of this name yet. It is made when you save.'
      : 'No sources yet. Write a name.';

/** Where another name is what fits, it is told first: the list shows the main one. */
const suggestionFrom =
  (words: string) =>
  ({ id, name, type, aliases, annotations }: RegisteredSource): Suggestion => {
    const [fitting, others] = [
      aliases.filter((alias) => holds(alias, words)),
      aliases.filter((alias) => !holds(alias, words)),
    ];
    const also = [...fitting, ...others].slice(0, 2);
    return {
      value: id,
      label: name,
      secondary: [
        wordOfSourceType(type),
        also.length ? `also ${also.join(', ')}` : null,
        annotations === 1 ? '1 annotation' : `${annotations} annotations`,
      ]
        .filter(Boolean)
        .join(' · '),
    };
  };

/** The workspace's sources that fit the words; without a connection those of the ones found last that still fit. */
function useSources(workspaceSlug: string, articleId: string, name: string) {
  const [found, setFound] = useState<{ sources: RegisteredSource[]; words: string | null }>({
    sources: [],
    words: null,
  });
  const words = name.trim();
  useEffect(() => {
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({
        articleId,
        limit: String(SUGGESTIONS),
        ...(words && { query: words }),
      });
      const answer = await fetch(`/api/v1/workspaces/${workspaceSlug}/sources?${query}`, {
        signal: aborter.signal,
      })
        .then((response) => (response.ok ? (response.json() as Promise<Page<RegisteredSource>>) : null))
        .catch(() => null);
      if (!aborter.signal.aborted) setFound((was) => ({ sources: answer?.items ?? was.sources, words }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [workspaceSlug, articleId, words]);
  // Until the answer is there the list holds what fitted before: only what still fits may be picked.
  return { sources: found.sources.filter((source) => fits(source, words)), isLooking: found.words !== words };
}

/** As the server looks: each word in one of the names. */
const fits = ({ name, aliases }: RegisteredSource, words: string): boolean =>
  words.split(/\s+/).every((word) => [name, ...aliases].some((each) => holds(each, word)));

const holds = (name: string, words: string): boolean => foldedName(name).includes(foldedName(words));
