'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { findDraft, keepDraft } from '@/app/_forms/kept-drafts';
import { StartedBefore } from '@/app/_forms/started-before';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useKeptDraft } from '@/app/_forms/use-kept-draft';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextArea, TextField } from '@/app/_ui/field';
import { PlusIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { useAnnounce } from '@/app/_ui/toast';
import type { Guideline } from '@/lib/domain/guideline';
import type { Failure } from '@/lib/domain/result';
import { guidelineHtmlFrom } from '../../../_guideline/guideline-html';
import { usePerson } from '../../../_session/person';
import { AttributeEditor } from './attribute-editor';
import styles from './guideline.module.css';
import {
  contentFromDraft,
  draftFromGuideline,
  emptyAttribute,
  emptyTag,
  type GuidelineDraft,
  nextId,
} from './guideline-draft';
import { saveGuideline } from './save-guideline';
import { TagEditor } from './tag-editor';

interface Kept {
  /** The number of the version that it was begun on. */
  base: number;
  draft: GuidelineDraft;
}

/** Writes the next version: the text with a preview, the tags, and the attributes, without code. What is typed is kept. */
export function GuidelineForm({ slug, guideline }: { slug: string; guideline: Guideline }) {
  // What was typed is in this browser alone: until it is asked the server's form would differ from it.
  return useIsReady() ? <Form {...{ slug, guideline }} /> : <p className="soft">Loading the form…</p>;
}

function Form({ slug, guideline }: { slug: string; guideline: Guideline }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { id: userId } = usePerson();
  const key = { userId, form: 'guideline', about: slug };
  const fresh: Kept = { base: guideline.number, draft: draftFromGuideline(guideline) };
  const [before, setBefore] = useState(() => keptBefore(findDraft<Kept>(key)));
  const [{ base, draft }, setHeld] = useState<Kept>(before ?? fresh);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(fresh.draft);
  const forget = useKeptDraft(key, isDirty ? { base, draft } : null);
  const change = (part: Partial<GuidelineDraft>) =>
    setHeld((was) => ({ ...was, draft: { ...was.draft, ...part } }));
  const [newer, setNewer] = useState<number | null>(base < guideline.number ? guideline.number : null);

  const { attempt, error, isBusy } = useAttempt(async (on: number) => {
    const saved = await saveGuideline({ slug, base: on, body: contentFromDraft(draft), userId });
    if (!saved.ok) {
      const current = saved.error.current as { number?: unknown } | undefined;
      if (saved.error.code === 'stale_version' && typeof current?.number === 'number')
        setNewer(current.number);
      return wordsOf(saved.error);
    }
    forget();
    announce(`Version ${saved.value.number} of the guideline is in force from now on.`);
    router.push(`/${slug}/campaigns/guideline` as Route);
    router.refresh();
    return null;
  });
  const save = (on: number) => {
    if (isBusy) return;
    setNewer(null);
    attempt(on);
  };
  const discard = () => {
    forget();
    setBefore(null);
    setNewer(null);
    setHeld(fresh);
    const undo = () => {
      // Also for whoever has left the form since.
      keepDraft(key, { base, draft });
      setBefore(before);
      setNewer(newer);
      setHeld({ base, draft });
    };
    announce('What you had written was discarded.', { undo });
  };
  // What is typed is kept, here as in every form: whoever comes back finds it, and can discard it there.
  const leave = () => {
    router.push(`/${slug}/campaigns/guideline` as Route);
    if (!isDirty) return;
    const goOn = () => router.push(`/${slug}/campaigns/guideline/edit` as Route);
    announce('Nothing was saved. What you have written is kept in this browser.', {
      verb: 'Go back to it',
      undo: goOn,
    });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save(base);
      }}
    >
      {before && <StartedBefore onDiscard={discard} />}
      {newer !== null && (
        <Notice
          tone="error"
          title={`Version ${newer} has come meanwhile`}
          action={
            <Button
              onClick={() => {
                setHeld((was) => ({ ...was, base: newer }));
                save(newer);
              }}
            >
              Save mine as version {newer + 1}
            </Button>
          }
        >
          Yours began with version {base}, and nothing of it is lost.{' '}
          <PlaceLink
            href={`/${slug}/campaigns/guideline?version=${newer}&since=${base}` as Route}
            target="_blank"
          >
            See what changed
          </PlaceLink>{' '}
          first: what you save replaces it.
        </Notice>
      )}
      <GuidelineText text={draft.text} onChange={(text) => change({ text })} />
      <section className="stack" aria-labelledby="form-attributes">
        <h2 id="form-attributes">Attributes</h2>
        <p className="soft">Fields of your own on annotations of a kind, filled in beside the text.</p>
        {draft.attributes.map((attribute, i) => (
          <AttributeEditor
            key={attribute.id}
            attribute={attribute}
            isFirst={i === 0}
            onChange={(part) =>
              change({
                attributes: draft.attributes.map((each) =>
                  each === attribute ? { ...each, ...part } : each,
                ),
              })
            }
            onMoveUp={() => change({ attributes: movedUp(draft.attributes, i) })}
            onRemove={() => change({ attributes: draft.attributes.filter((each) => each !== attribute) })}
          />
        ))}
        <div>
          <Button
            size="small"
            onClick={() =>
              change({ attributes: [...draft.attributes, emptyAttribute(nextId(draft.attributes))] })
            }
          >
            <PlusIcon size={14} /> Add an attribute
          </Button>
        </div>
      </section>
      <section className="stack" aria-labelledby="form-tags">
        <h2 id="form-tags">Tags</h2>
        <p className="soft">What annotators are offered, each with when to give it.</p>
        {draft.tags.map((tag) => (
          <TagEditor
            key={tag.id}
            tag={tag}
            onChange={(part) =>
              change({ tags: draft.tags.map((each) => (each === tag ? { ...each, ...part } : each)) })
            }
            onRemove={() => change({ tags: draft.tags.filter((each) => each !== tag) })}
          />
        ))}
        <div className="stack">
          <div>
            <Button
              size="small"
              onClick={() => change({ tags: [...draft.tags, emptyTag(nextId(draft.tags))] })}
            >
              <PlusIcon size={14} /> Add a tag
            </Button>
          </div>
          <Checkbox
            label="Other tags are allowed too"
            hint="Without this, annotators can give the tags of the list alone. Tags that annotations have already stay."
            checked={draft.freeTags}
            onChange={(event) => change({ freeTags: event.target.checked })}
          />
        </div>
      </section>
      <TextField
        label="What changed"
        hint="In a few words, for whoever reads the list of versions."
        value={draft.summary}
        maxLength={500}
        required
        onChange={(event) => change({ summary: event.target.value })}
      />
      {error && newer === null && <Notice tone="error">{error}</Notice>}
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy}>
          Save as version {Math.max(base, newer ?? 0) + 1}
        </Button>
        <Button onClick={leave}>Cancel</Button>
      </div>
    </form>
  );
}

/** The text as it is typed, and how it will read. */
function GuidelineText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [isPreview, setPreview] = useState(false);
  const html = useMemo(() => (isPreview ? guidelineHtmlFrom(text, 3).html : ''), [isPreview, text]);
  return (
    <section className="stack" aria-labelledby="form-text">
      <h2 id="form-text">Text</h2>
      {isPreview ? (
        <div
          className={`prose ${styles.text} ${styles.preview}`}
          dir="auto"
          dangerouslySetInnerHTML={{ __html: html }}
        />
      ) : (
        <TextArea
          label="The guideline"
          hint="Markdown: ## begins a heading, - a list, **strong**, *stressed*. A heading that begins with “Claims”, “Quotes” or “Predictions” is where the reading room opens it."
          className={styles.area}
          rows={22}
          value={text}
          required
          maxLength={100_000}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <div>
        <Button size="small" aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
          {isPreview ? 'Go on writing' : 'Preview'}
        </Button>
      </div>
    </section>
  );
}

/** One that was kept by an earlier version of the app, or by hand, may lack what the form needs. */
const keptBefore = (kept: Partial<Kept> | null): Kept | null =>
  typeof kept?.base === 'number' &&
  kept.draft &&
  Array.isArray(kept.draft.attributes) &&
  Array.isArray(kept.draft.tags)
    ? { base: kept.base, draft: kept.draft }
    : null;

const movedUp = <T,>(items: readonly T[], at: number): T[] =>
  items.map((item, i) => (i === at - 1 ? items[at]! : i === at ? items[at - 1]! : item));

/** What is wrong, without the names that the fields have in the API. */
function wordsOf({ message, issues }: Failure): string {
  const told = (issues ?? []) as { message: string }[];
  return told.length > 0
    ? `${[...new Set(told.map((issue) => issue.message))].join(' ')} Nothing was saved, and what you typed is still here.`
    : message;
}
