import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { dayInWords } from '@/app/_ui/dates';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { Notice } from '@/app/_ui/notice';
import { wordOfConditionState } from '@/app/_marks/words';
import { measureInWords } from '@/lib/domain/threshold-words';
import { requireContext } from '@/lib/auth/current-context';
import { showBlindPrediction } from '@/lib/usecases/show-blind-prediction';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { DisputedResolutions } from './_components/disputed-resolutions';
import { ResolveForm } from './_components/resolve-form';
import { WaitingResolution } from './_components/waiting-resolution';
import styles from './_components/resolve.module.css';

export const metadata: Metadata = { title: 'Resolve a prediction' };

/** The prediction without the names of those who made it, and the form of one of its two resolvers. */
export default async function ResolvePage({
  params,
}: PageProps<'/[workspace]/predictions/[annotation]/resolve'>) {
  const { workspace: slug, annotation: id } = await params;
  const context = await requireContext(`/${slug}/predictions/${id}/resolve`);
  const [shown, blind] = await Promise.all([
    showWorkspace(context, { slug }),
    showBlindPrediction(context, { id }),
  ]);
  if (!shown.ok || !blind.ok || blind.value.workspaceSlug !== slug) notFound();
  const prediction = blind.value;
  const { resolution } = prediction;
  const { mine, stage, submitted } = resolution;
  const isOneOfTwo = submitted.some(({ resolver }) => resolver.id === context.actor.userId);
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <Link href={`/${slug}/predictions` as Route} className={styles.back}>
            <ChevronLeftIcon />
            Predictions
          </Link>
          <h1>Resolve a prediction</h1>
          <p className="lede">
            Two editors judge it independently. Neither sees whose prediction it is, nor what the other says.
          </p>
        </div>
      </header>
      <figure className={styles.prediction}>
        <blockquote dir="auto">
          <span className={styles.around}>{prediction.before}</span>
          <mark className={styles.words}>{prediction.words}</mark>
          <span className={styles.around}>{prediction.after}</span>
        </blockquote>
        <figcaption className="soft small">
          {prediction.saidOn ? `Published ${dayInWords(prediction.saidOn)}. ` : ''}
          Names of its source, its author and its outlet are taken out.
        </figcaption>
      </figure>
      <Facts prediction={prediction} />
      {!resolution.isAskedFor ? (
        <Notice title="In this workspace one editor records the outcome">
          Record it in the table of predictions, or in the note. An owner can ask for two resolvers in the
          settings.
        </Notice>
      ) : stage === 'waiting' && mine ? (
        <WaitingResolution id={id} mine={mine} />
      ) : (
        <>
          {stage === 'disagreement' && <DisputedResolutions submitted={submitted} slug={slug} />}
          {stage === 'disagreement' && isOneOfTwo ? (
            <Notice title="A third editor decides">You are one of the two who differ.</Notice>
          ) : (
            <ResolveForm prediction={prediction} slug={slug} />
          )}
        </>
      )}
    </div>
  );
}

function Facts({
  prediction,
}: {
  prediction: Pick<
    Extract<Awaited<ReturnType<typeof showBlindPrediction>>, { ok: true }>['value'],
    | 'horizonText'
    | 'deadline'
    | 'likelihoodWords'
    | 'condition'
    | 'conditionState'
    | 'criteria'
    | 'polarity'
    | 'threshold'
  >;
}) {
  const { horizonText, deadline, likelihoodWords, condition, conditionState, criteria } = prediction;
  const facts: [string, string | null][] = [
    ['Horizon', horizonText],
    ['Deadline', deadline && dayInWords(deadline)],
    ['Likelihood', likelihoodWords],
    [
      'Condition',
      condition && `${condition} (${wordOfConditionState(conditionState ?? 'open').toLowerCase()})`,
    ],
    ['Direction and number', measureInWords(prediction)],
    ['Counts as come true when', criteria ?? 'Nothing was written: its own words are the measure'],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
