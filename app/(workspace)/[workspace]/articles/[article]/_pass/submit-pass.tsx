'use client';
import { useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { pluralOfKind } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Checkbox } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';

/** Submits one's own blind pass, after saying what that means and for which kinds: it cannot be taken back. */
export function SubmitPass({
  articleId,
  askedKinds,
}: {
  articleId: string;
  /** What a campaign asks for, and the pass must be whole in. */
  askedKinds: readonly Kind[] | null;
}) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [kinds, setKinds] = useState<readonly Kind[]>(askedKinds ?? KINDS);
  const submit = async () => {
    if (kinds.length === 0) return setRefusal('Say for which kinds you have annotated the article in full.');
    setBusy(true);
    const answer = await postJson(`/api/v1/articles/${articleId}/passes/mine/submit`, { kinds });
    if (answer.ok) return location.reload();
    setBusy(false);
    setRefusal(answer.error.message);
  };
  return (
    <Dialog
      title="Submit your pass?"
      description="The article is then fully annotated by you for the kinds below: what you have not marked of them counts as meant to be bare. You cannot change your pass any more, and an editor can reveal it to the others."
      trigger={<Button size="small">Submit…</Button>}
      open={isOpen}
      onOpenChange={setOpen}
      footer={
        <>
          <DialogClose>Keep annotating</DialogClose>
          <Button variant="primary" busy={isBusy} onClick={() => void submit()}>
            Submit my pass
          </Button>
        </>
      }
    >
      {refusal && <Notice tone="error">{refusal}</Notice>}
      <div role="group" aria-label="Annotated in full">
        {KINDS.map((kind) => {
          const isAsked = askedKinds?.includes(kind) ?? false;
          return (
            <Checkbox
              key={kind}
              label={pluralOfKind(kind)}
              hint={isAsked ? 'The campaign asks for them.' : undefined}
              checked={kinds.includes(kind)}
              disabled={isAsked}
              onChange={(event) =>
                setKinds(KINDS.filter((one) => (one === kind ? event.target.checked : kinds.includes(one))))
              }
            />
          );
        })}
      </div>
    </Dialog>
  );
}
