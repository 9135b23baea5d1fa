'use client';
import { useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import type { TakenBack } from '@/lib/domain/import-report';
import { usePerson } from '../../../../_session/person';

/** So many in one request, so that what is done is seen to go on. */
const AT_ONCE = 500;

/** Deletes the annotations that the import made. What somebody has changed since stays, and so do the texts. */
export function TakeBack({ slug, annotationIds }: { slug: string; annotationIds: readonly string[] }) {
  const person = usePerson();
  const [done, setDone] = useState<TakenBack | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const takeBack = async () => {
    setIsBusy(true);
    setFailure(null);
    const all: TakenBack = { deleted: 0, kept: [] };
    for (let i = 0; i < annotationIds.length; i += AT_ONCE) {
      const part = await postJson<TakenBack>(
        `/api/v1/workspaces/${slug}/imports/take-back`,
        { annotationIds: annotationIds.slice(i, i + AT_ONCE) },
        asUser(person.id),
      );
      if (!part.ok) {
        setFailure(part.error.message);
        break;
      }
      all.deleted += part.value.value.deleted;
      all.kept.push(...part.value.value.kept);
    }
    setDone(all);
    setIsBusy(false);
  };
  if (done && !failure)
    return (
      <Notice tone="success" title="Taken back">
        {`${done.deleted.toLocaleString('en')} of the annotations were deleted; each can be restored from its history.`}
        {done.kept.length > 0 &&
          ` ${done.kept.length.toLocaleString('en')} were left: somebody has changed them since.`}
      </Notice>
    );
  return (
    <>
      {failure && <Notice tone="error">{failure}</Notice>}
      <div className="row">
        <ConfirmDialog
          title={`Take back ${annotationIds.length.toLocaleString('en')} annotations?`}
          verb="Take back"
          onConfirm={() => void takeBack()}
          trigger={
            <Button busy={isBusy}>
              Take back the new {annotationIds.length === 1 ? 'annotation' : 'annotations'}
            </Button>
          }
        >
          They are deleted and can be restored. Those that somebody has changed since stay, and so do the
          texts.
        </ConfirmDialog>
      </div>
    </>
  );
}
