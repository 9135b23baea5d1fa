'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { wordOfStatus } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Status } from '@/lib/domain/vocabulary';
import { usePerson } from '../../../../_session/person';

/**
 * Records that somebody read the changed words again and the annotation still fits them. No verdict comes back by it: the
 * earlier one was on other words, and is recorded anew in the reading room.
 */
export function StillRight({
  annotationId,
  status,
  revision,
  words,
  earlier,
}: {
  annotationId: string;
  /** The status it has and keeps: nothing is decided by this. */
  status: Status;
  revision: number;
  words: string;
  /** The verdict that it had before the words changed. */
  earlier: Status | null;
}) {
  const person = usePerson();
  const router = useRouter();
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const attempt = useRef(v7());
  const record = async () => {
    setIsBusy(true);
    setRefusal(null);
    const rationale = `Read again after revision ${revision}: the annotation still fits the words.`;
    const answer = await postJson(
      `/api/v1/annotations/${annotationId}/verifications`,
      { id: attempt.current, status, rationale },
      asUser(person.id),
    );
    setIsBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    announce(
      earlier
        ? `Noted. The verdict “${wordOfStatus(earlier)}” was not brought back: record it anew in the reading room if it holds.`
        : 'Noted that the words were read again.',
    );
    router.refresh();
  };
  return (
    <>
      <Button size="small" busy={isBusy} onClick={() => void record()}>
        Still right
        <span className="visually-hidden">: {words}</span>
      </Button>
      {refusal && <span role="alert">{refusal}</span>}
    </>
  );
}
