'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useReducer, useRef, useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { ButtonLink } from '@/app/_ui/button-link';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Article } from '@/lib/domain/article';
import type { ImportPreview, ReadField } from '@/lib/domain/import-preview';
import { regionsFromParagraphs } from '@/lib/domain/region-edit';
import type { AnchorState } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../_session/person';
import { ChosenBar } from './chosen-bar';
import { KinNotices } from './kin-notices';
import { MetadataFields } from './metadata-fields';
import { ParagraphList } from './paragraph-list';
import styles from './preview-step.module.css';
import { correctedHeadline, isCorrected, roleStateAfter, roleStateFrom } from './role-state';
import { wordsOfCarryOver } from './carry-over-words';
import type { PastedText } from './text-step';

/** How a text was read, to be corrected and saved. Nothing is stored before that. */
export function PreviewStep({
  slug,
  pasted,
  preview,
  isShown,
  onChangeText,
}: {
  slug: string;
  pasted: PastedText;
  preview: ImportPreview;
  isShown: boolean;
  onChangeText: () => void;
}) {
  const person = usePerson();
  const router = useRouter();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const [roles, dispatch] = useReducer(roleStateAfter, preview, roleStateFrom);
  const [edits, setEdits] = useState<Partial<Record<ReadField, string | undefined>>>({});
  const [saving, setSaving] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    if (isShown) heading.current?.focus();
  }, [isShown]);

  const headline = correctedHeadline(roles);
  const given = headline !== null && edits.title === undefined ? { ...edits, title: headline } : edits;
  const regions = isCorrected(roles) ? { regions: regionsFromParagraphs(roles.paragraphs) } : {};
  const { duplicateOf, revisionOf } = preview;

  const save = async () => {
    setSaving('article');
    setError(null);
    const saved = await postJson<Article>(
      `/api/v1/workspaces/${slug}/articles`,
      { ...pasted, ...given, ...regions },
      asUser(person.id),
    );
    if (!saved.ok) {
      setSaving(null);
      return setError(saved.error.message);
    }
    announce(
      saved.value.status === 201 ? 'Article saved.' : 'This text was here already. Nothing was stored twice.',
    );
    router.push(`/${slug}/articles/${saved.value.value.id}` as Route);
  };
  const saveRevision = async (articleId: string) => {
    setSaving(articleId);
    setError(null);
    const added = await postJson<{ revision: { number: number }; anchors: Record<AnchorState, string[]> }>(
      `/api/v1/articles/${articleId}/revisions`,
      { raw: pasted.raw, ...regions },
      asUser(person.id),
    );
    if (!added.ok) {
      setSaving(null);
      return setError(added.error.message);
    }
    const { revision, anchors } = added.value.value;
    announce(wordsOfCarryOver(revision.number, anchors));
    router.push(`/${slug}/articles/${articleId}` as Route);
  };

  return (
    <section aria-labelledby="reading-heading" className={styles.preview}>
      <h2 id="reading-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        How the text was read
      </h2>
      <KinNotices
        slug={slug}
        preview={preview}
        saving={saving}
        onSaveRevision={(id) => void saveRevision(id)}
      />
      <div className={styles.columns}>
        <MetadataFields
          metadata={preview.read.metadata}
          edits={given}
          isTitleFromHeadline={headline !== null && edits.title === undefined}
          onEdit={(field, value) => setEdits((was) => ({ ...was, [field]: value }))}
          onTakeBack={(field) => setEdits((was) => ({ ...was, [field]: undefined }))}
        />
        <ParagraphList roles={roles} dispatch={dispatch} />
      </div>
      <div className={styles.bar}>
        {roles.chosen.size > 0 ? (
          <ChosenBar roles={roles} dispatch={dispatch} />
        ) : (
          <>
            {error && (
              <div className={styles.error}>
                <Notice tone="error" title="It was not stored">
                  {error}
                </Notice>
              </div>
            )}
            <Button onClick={onChangeText}>Change the text</Button>
            {duplicateOf ? (
              <ButtonLink variant="primary" href={`/${slug}/articles/${duplicateOf.id}` as Route}>
                Open the article
              </ButtonLink>
            ) : (
              <Button variant="primary" busy={saving === 'article'} onClick={() => !saving && void save()}>
                {revisionOf.length > 0 ? 'Save as a separate article' : 'Save the article'}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}
