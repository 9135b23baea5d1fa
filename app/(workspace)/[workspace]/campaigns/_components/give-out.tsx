'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { wordsOfSkip } from '@/app/_marks/campaign-words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { controlClass } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Assigned, AssigningUndone, Assignment } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';
import { ReleaseDialog } from './release-dialog';

/** How to undo that articles were given out; nothing where none was. */
function useUndoAssigning(campaignId: string) {
  const router = useRouter();
  const announce = useAnnounce();
  return (made: readonly Assignment[]) => {
    if (made.length === 0) return undefined;
    const undo = async () => {
      const answer = await postJson<AssigningUndone>(`/api/v1/campaigns/${campaignId}/assignments/undo`, {
        assignmentIds: made.map(({ id }) => id),
      });
      announce(answer.ok ? wordsOfUndone(answer.value.value) : answer.error.message);
      router.refresh();
    };
    return { undo: () => void undo() };
  };
}

const wordsOfUndone = ({ undone, kept }: AssigningUndone): string => {
  const free = undone.length === 1 ? 'The place is free again.' : `${undone.length} places are free again.`;
  if (kept.length === 0) return free;
  const why = 'work on it has begun, or you annotate the article blind yourself';
  return undone.length === 0
    ? `Nothing was taken back: ${why}.`
    : `${free} ${kept.length} ${kept.length === 1 ? 'stays' : 'stay'} given out: ${why}.`;
};

/** Shares all free places of a campaign out among its annotators, after saying what that means. */
export function SpreadEvenly({ campaignId, free }: { campaignId: string; free: number }) {
  const router = useRouter();
  const announce = useAnnounce();
  const undoOf = useUndoAssigning(campaignId);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const spread = async () => {
    setBusy(true);
    setRefusal(null);
    const answer = await postJson<Assigned>(`/api/v1/campaigns/${campaignId}/assignments`, {
      spread: 'evenly',
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { made, free: left } = answer.value.value;
    setOpen(false);
    announce(
      made.length === 0
        ? 'Nobody is left who could take one of the free places.'
        : `${made.length === 1 ? 'One place was' : `${made.length} places were`} given out.${left > 0 ? ` ${left} stay free: nobody is left for them.` : ''}`,
      undoOf(made),
    );
    router.refresh();
  };
  return (
    <Dialog
      title="Share the free places out evenly?"
      description={`${free === 1 ? 'One place is' : `${free} places are`} free. Each goes to whoever has least so far and has not annotated the article. Everybody who gets something is told.`}
      trigger={<Button variant="primary">Share out evenly…</Button>}
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Not yet</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void spread()}>
            Give them out
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
    </Dialog>
  );
}

/** Gives one article to one person. */
export function GiveArticle({
  campaignId,
  article,
  people,
}: {
  campaignId: string;
  article: { id: string; title: string };
  people: readonly { id: string; name: string }[];
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const undoOf = useUndoAssigning(campaignId);
  const isReady = useIsReady();
  const [annotatorId, setAnnotator] = useState('');
  const [isBusy, setBusy] = useState(false);
  const give = async () => {
    if (annotatorId === '') return announce('Choose somebody first.');
    setBusy(true);
    const answer = await postJson<Assigned>(`/api/v1/campaigns/${campaignId}/assignments`, {
      assignments: [{ articleId: article.id, annotatorId }],
    });
    setBusy(false);
    if (!answer.ok) return announce(answer.error.message);
    const [skipped] = answer.value.value.skipped;
    const name = people.find(({ id }) => id === annotatorId)?.name ?? 'They';
    announce(
      skipped
        ? `${name} did not get it: ${wordsOfSkip(skipped.reason)}.`
        : `${name} was given “${article.title}”.`,
      undoOf(answer.value.value.made),
    );
    setAnnotator('');
    router.refresh();
  };
  if (people.length === 0) return null;
  return (
    <span className={styles.give}>
      <select
        className={controlClass}
        aria-label={`Give “${article.title}” to`}
        value={annotatorId}
        onChange={(event) => setAnnotator(event.target.value)}
      >
        <option value="">Somebody…</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button size="small" busy={isBusy} disabled={!isReady} onClick={() => void give()}>
        Give
      </Button>
    </span>
  );
}

/** Takes an article from somebody, with a reason. What they marked stays theirs. */
export function TakeBack({
  assignmentId,
  person,
  title,
}: {
  assignmentId: string;
  person: string;
  title: string;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  return (
    <ReleaseDialog
      assignmentId={assignmentId}
      trigger={
        <Button variant="link" size="small" aria-label={`Take “${title}” back from ${person}`}>
          Take back
        </Button>
      }
      title={`Take “${title}” back from ${person}?`}
      description={`Somebody else can have the place then. What ${person} has marked is kept, unseen, and can still be submitted.`}
      verb="Take it back"
      onDone={(released) => {
        const undo = async () => {
          const { releasedAt } = released;
          const restored = await postJson(`/api/v1/assignments/${assignmentId}/restore`, { releasedAt });
          announce(restored.ok ? `${person} has “${title}” again.` : restored.error.message);
          router.refresh();
        };
        announce(`“${title}” was taken back from ${person}.`, { undo: () => void undo() });
        router.refresh();
      }}
    />
  );
}
