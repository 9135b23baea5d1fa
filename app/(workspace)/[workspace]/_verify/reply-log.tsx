'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { dayInWords } from '@/app/_ui/dates';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Page } from '@/lib/domain/page';
import type { ReplyRequest } from '@/lib/domain/reply';
import { ReplyForm } from './reply-form';
import styles from './reply-log.module.css';

/** Whom the desk has asked about an annotation, and what they said: a log that is added to and never changed. */
export function ReplyLog({
  annotationId,
  today,
  mayLog,
  logged: first,
}: {
  annotationId: string;
  /** The day in the workspace's time zone. */
  today: string;
  mayLog: boolean;
  /** What is known already; otherwise it is asked for. */
  logged?: ReplyRequest[];
}) {
  const { replies, error, take } = useReplies(annotationId, first);
  const [form, setForm] = useState<'request' | string | null>(null);
  const taken = (request: ReplyRequest) => {
    take(request);
    setForm(null);
  };
  if (error)
    return (
      <Notice tone="error" title="The log could not be loaded">
        {error}
      </Notice>
    );
  if (!replies) return <Spinner label="Loading the log" showLabel />;
  return (
    <div className={styles.log}>
      {replies.length === 0 && <p className="soft small">Nobody has been asked yet.</p>}
      {replies.length > 0 && (
        <ol className={styles.requests} aria-label="Requests for a reply">
          {replies.map((request) => (
            <li key={request.id} className={styles.request}>
              <Request request={request} today={today} />
              {mayLog &&
                (form === request.id ? (
                  <ReplyForm
                    annotationId={annotationId}
                    requestId={request.id}
                    today={today}
                    onLogged={taken}
                    onCancel={() => setForm(null)}
                  />
                ) : (
                  <div>
                    <Button size="small" onClick={() => setForm(request.id)}>
                      Log what came back<span className="visually-hidden"> from {request.name}</span>
                    </Button>
                  </div>
                ))}
            </li>
          ))}
        </ol>
      )}
      {mayLog &&
        (form === 'request' ? (
          <ReplyForm
            annotationId={annotationId}
            requestId={null}
            today={today}
            onLogged={taken}
            onCancel={() => setForm(null)}
          />
        ) : (
          <div>
            <Button size="small" onClick={() => setForm('request')}>
              Log a request
            </Button>
          </div>
        ))}
    </div>
  );
}

function Request({ request, today }: { request: ReplyRequest; today: string }) {
  const { name, way, day, deadline, words, answers, loggedBy } = request;
  const isOpen = answers.length === 0;
  return (
    <>
      <p>
        <b>{name}</b>, asked by {way} on {dayInWords(day)}
        {deadline && `, answer due ${dayInWords(deadline)}`}
        <span className="soft small"> · logged by {loggedBy.name}</span>
      </p>
      {words && <p className={styles.words}>{words}</p>}
      {isOpen && (
        <p className="soft small">
          {deadline && deadline < today
            ? 'No answer logged, and the day it was due has passed.'
            : 'No answer yet.'}
        </p>
      )}
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <p className="small">
            {answer.kind === 'answer' ? 'Answered' : 'No answer'} on {dayInWords(answer.day)}
            <span className="soft"> · logged by {answer.loggedBy.name}</span>
          </p>
          {answer.words && <blockquote className={styles.words}>{answer.words}</blockquote>}
        </div>
      ))}
    </>
  );
}

function useReplies(annotationId: string, first: ReplyRequest[] | undefined) {
  const [replies, setReplies] = useState<ReplyRequest[] | null>(first ?? null);
  const [error, setError] = useState<string | null>(null);
  const isKnown = first !== undefined;
  useEffect(() => {
    if (isKnown) return;
    const asked = new AbortController();
    void getJson<Page<ReplyRequest>>(`/api/v1/annotations/${annotationId}/replies`, asked.signal).then(
      (answer) => {
        if (asked.signal.aborted) return;
        if (answer.ok) setReplies(answer.value.value.items);
        else setError(answer.error.message);
      },
    );
    return () => asked.abort();
  }, [annotationId, isKnown]);
  const take = (request: ReplyRequest) =>
    setReplies((before) => {
      const others = (before ?? []).filter(({ id }) => id !== request.id);
      const at = (before ?? []).findIndex(({ id }) => id === request.id);
      return at < 0 ? [...others, request] : others.toSpliced(at, 0, request);
    });
  return { replies, error, take };
}
