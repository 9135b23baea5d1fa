'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 } from 'uuid';
import { sendJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfLink } from '@/app/_marks/link-words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import { LINK_TYPES, type LinkType } from '@/lib/domain/vocabulary';
import styles from './propositions.module.css';
import { useFoundPropositions } from './use-found-propositions';

/** Says by hand how a proposition stands to another one. An editor confirms it. */
export function LinkDialog({ slug, id }: { slug: string; id: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [isOpen, setIsOpen] = useState(false);
  const [linkId, setLinkId] = useState(() => v7());
  const [type, setType] = useState<LinkType>('contradicts');
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const found = useFoundPropositions(slug, words)?.filter((proposition) => proposition.id !== id);
  const { attempt, error, isBusy } = useAttempt(async () => {
    if (!other) return 'Choose the other proposition first.';
    const body = { type, from: { propositionId: id }, to: { propositionId: other }, reason };
    const put = await sendJson('PUT', `/api/v1/proposition-links/${linkId}`, body);
    if (!put.ok) return put.error.message;
    setIsOpen(false);
    setLinkId(v7());
    setOther(null);
    announce('Proposed. An editor confirms it.');
    router.refresh();
    return null;
  });
  return (
    <Dialog
      title="Link to another proposition"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button size="small">Link to another…</Button>}
      footer={
        <>
          <DialogClose />
          <Button variant="primary" busy={isBusy} onClick={() => attempt()}>
            Propose link
          </Button>
        </>
      }
    >
      <div className="stack">
        <Select
          label="This one"
          value={type}
          onChange={(event) => setType(event.target.value as LinkType)}
          options={LINK_TYPES.map((value) => ({ value, label: wordOfLink(value).toLowerCase() }))}
        />
        <TextField
          label="Find the other proposition"
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ul className={styles.choices} aria-label="Propositions found">
          {found?.map((proposition) => (
            <li key={proposition.id}>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name="other"
                  checked={other === proposition.id}
                  onChange={() => setOther(proposition.id)}
                />
                <span>{proposition.words}</span>
              </label>
            </li>
          ))}
          {found?.length === 0 && <li className="soft small">No other proposition has these words.</li>}
        </ul>
        <TextArea
          label="Why"
          optional
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
        />
        {error && <Notice tone="error">{error}</Notice>}
      </div>
    </Dialog>
  );
}
