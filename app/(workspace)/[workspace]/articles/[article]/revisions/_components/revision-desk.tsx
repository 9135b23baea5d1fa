'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { asUser, getJson, postJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { controlClass, Field } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Article, Revision } from '@/lib/domain/article';
import type { RevisionPreview } from '@/lib/domain/revision-preview';
import { usePerson } from '../../../../_session/person';
import styles from './revision-desk.module.css';
import { RevisionForecast } from './revision-forecast';

interface Tried {
  raw: string;
  preview: RevisionPreview;
}

/** From a pasted text to a new revision: paste, see what would become of the annotations, save. */
export function RevisionDesk({ articleId, articleHref }: { articleId: string; articleHref: string }) {
  const person = usePerson();
  const router = useRouter();
  const isReady = useIsReady();
  const [tried, setTried] = useState<Tried | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saveRefusal, setSaveRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState<'fetch' | 'try' | 'save' | null>(null);
  // Not controlled: a long text would make typing slow.
  const text = useRef<HTMLTextAreaElement>(null);
  const forecast = useRef<HTMLHeadingElement>(null);

  const change = () => {
    if (refusal) setRefusal(null);
    if (tried) setTried(null);
    if (saveRefusal) setSaveRefusal(null);
  };
  const startFromCurrent = async () => {
    setBusy('fetch');
    const answer = await getJson<Article>(`/api/v1/articles/${articleId}`);
    setBusy(null);
    if (!answer.ok) return setRefusal(answer.error.message);
    if (!text.current) return;
    text.current.value = answer.value.value.revision.text;
    change();
    text.current.focus();
    text.current.setSelectionRange(0, 0);
  };
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const raw = text.current?.value ?? '';
    setBusy('try');
    setRefusal(null);
    setSaveRefusal(null);
    const answer = await postJson<RevisionPreview>(`${articleHref}/revisions/new/read`, { raw });
    setBusy(null);
    if (!answer.ok) {
      setTried(null);
      setRefusal(answer.error.message);
      return text.current?.focus();
    }
    setTried({ raw, preview: answer.value.value });
    requestAnimationFrame(() => forecast.current?.focus());
  };
  const save = async ({ raw }: Tried) => {
    setBusy('save');
    setSaveRefusal(null);
    const answer = await postJson<{ revision: Revision }>(
      `/api/v1/articles/${articleId}/revisions`,
      { raw },
      asUser(person.id),
    );
    if (answer.ok)
      return router.push(`${articleHref}/revisions/${answer.value.value.revision.number}` as Route);
    setBusy(null);
    setSaveRefusal(answer.error.message);
  };
  return (
    <>
      <form method="post" className={styles.form} onSubmit={(event) => void look(event)}>
        <Field
          label="New text of the article"
          hint="Copy everything from the page as it is now, or begin with the text that is here and change it."
          error={refusal}
        >
          {(wiring) => (
            <textarea
              {...wiring}
              ref={text}
              name="raw"
              required
              spellCheck={false}
              autoComplete="off"
              className={classNames(controlClass, styles.text)}
              onChange={change}
            />
          )}
        </Field>
        <div className="row">
          <Button
            type="submit"
            variant={tried ? 'quiet' : 'primary'}
            busy={busy === 'try'}
            disabled={!isReady}
          >
            See what changes
          </Button>
          <Button busy={busy === 'fetch'} disabled={!isReady} onClick={() => void startFromCurrent()}>
            Begin with the current text
          </Button>
        </div>
      </form>
      {tried && (
        <RevisionForecast
          preview={tried.preview}
          articleHref={articleHref}
          headingRef={forecast}
          action={
            <Button variant="primary" busy={busy === 'save'} onClick={() => !busy && void save(tried)}>
              Save revision {tried.preview.number}
            </Button>
          }
          refusal={
            saveRefusal && (
              <Notice tone="error" title="The revision was not saved">
                {saveRefusal}
              </Notice>
            )
          }
        />
      )}
    </>
  );
}
