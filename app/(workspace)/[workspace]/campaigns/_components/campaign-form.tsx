'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson, sendJson } from '@/app/_forms/ask-api';
import { formValue } from '@/app/_forms/form-value';
import { useAttemptId } from '@/app/_forms/sent-attempt';
import { useSubmission } from '@/app/_forms/use-submission';
import { meaningOfCampaignMode } from '@/app/_marks/campaign-words';
import { pluralOfKind } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Checkbox, Select, TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Campaign } from '@/lib/domain/campaign';
import type { Page } from '@/lib/domain/page';
import { type CampaignMode, KINDS, type Kind } from '@/lib/domain/vocabulary';
import { ArticlePicker, type PickedArticle } from './article-picker';
import styles from './campaigns.module.css';

const MODES: readonly { value: CampaignMode; label: string }[] = [
  { value: 'list', label: 'An editor gives them out' },
  { value: 'pool', label: 'Annotators take the next one themselves' },
];

const changeCampaign = ({ id }: Campaign, version: number, body: object) =>
  sendJson<Campaign>('PATCH', `/api/v1/campaigns/${id}`, body, { 'if-match': String(version) });

/** What a campaign asks for, of whom and in which articles: for a new one, or one that is there. */
export function CampaignForm({
  slug,
  campaign,
  articles,
  first,
  people,
  annotatorIds,
  locked,
  guidelineVersions,
}: {
  slug: string;
  campaign: Campaign | null;
  articles: readonly PickedArticle[];
  first: Page<PickedArticle>;
  people: readonly { id: string; name: string }[];
  annotatorIds: readonly string[];
  /** Articles that somebody has. */
  locked: readonly string[];
  guidelineVersions: readonly { number: number; summary: string }[];
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const idFor = useAttemptId();
  const [mode, setMode] = useState<CampaignMode>(campaign?.mode ?? 'list');
  const [chosen, setChosen] = useState<ReadonlyMap<string, PickedArticle>>(
    () => new Map(articles.map((article) => [article.id, article])),
  );
  const lockedIds = new Set(locked);
  const putBack = async (version: number) => {
    if (!campaign) return;
    const { name, note, dueOn, annotatorsPerArticle, mode, holdHours, guideline, kinds } = campaign;
    const back = await changeCampaign(campaign, version, {
      ...{ name, note, dueOn, annotatorsPerArticle, mode, holdHours, annotatorIds },
      guidelineVersion: guideline?.number ?? null,
      articleIds: articles.map(({ id }) => id),
      ...(lockedIds.size === 0 && { kinds }),
    });
    announce(back.ok ? 'The campaign is as it was.' : back.error.message);
    router.refresh();
  };
  const { onSubmit, error, isBusy, isReady } = useSubmission(async (form) => {
    const hours = formValue(form, 'holdHours');
    const version = formValue(form, 'guidelineVersion');
    const body = {
      name: formValue(form, 'name'),
      note: formValue(form, 'note'),
      dueOn: formValue(form, 'dueOn') || null,
      annotatorsPerArticle: Number(formValue(form, 'annotatorsPerArticle')),
      mode,
      holdHours: mode === 'pool' && hours ? Number(hours) : null,
      guidelineVersion: version ? Number(version) : null,
      articleIds: [...chosen.keys()],
      annotatorIds: form.getAll('annotator').map(String),
      ...(lockedIds.size === 0 && { kinds: form.getAll('kind').map(String) as Kind[] }),
    };
    const answer = campaign
      ? await changeCampaign(campaign, campaign.version, body)
      : await postJson<Campaign>(`/api/v1/workspaces/${slug}/campaigns`, { id: idFor(body), ...body });
    if (!answer.ok) return answer.error.message;
    if (campaign)
      announce('The campaign was changed.', { undo: () => void putBack(answer.value.value.version) });
    else announce('The campaign was made. Nobody has an article yet.');
    router.push(`/${slug}/campaigns/${answer.value.value.id}` as Route);
    router.refresh();
    return null;
  });
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <TextField label="Name" name="name" required maxLength={200} defaultValue={campaign?.name} />
      <TextArea
        label="What it is for"
        optional
        name="note"
        rows={3}
        maxLength={5000}
        defaultValue={campaign?.note}
        hint="Annotators read it before they begin."
      />
      <fieldset className={styles.group} disabled={lockedIds.size > 0}>
        <legend>Kinds to mark in full</legend>
        <p className={styles.hint}>
          {lockedIds.size > 0
            ? 'Somebody has an article already: this cannot be changed any more.'
            : 'What nobody marks of these kinds counts as meant to be bare.'}
        </p>
        <div className={styles.choices}>
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              name="kind"
              value={kind}
              label={pluralOfKind(kind)}
              defaultChecked={campaign?.kinds.includes(kind) ?? true}
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.pair}>
        <TextField
          label="People for each article"
          name="annotatorsPerArticle"
          type="number"
          min={1}
          max={20}
          required
          defaultValue={campaign?.annotatorsPerArticle ?? 2}
        />
        <TextField label="Wanted by" optional name="dueOn" type="date" defaultValue={campaign?.dueOn ?? ''} />
        <Select
          label="Guideline"
          name="guidelineVersion"
          defaultValue={String(campaign?.guideline?.number ?? '')}
          options={[
            { value: '', label: 'The one in force' },
            ...guidelineVersions.map(({ number, summary }) => ({
              value: String(number),
              label: `Version ${number}${summary ? `: ${summary.slice(0, 60)}` : ''}`,
            })),
          ]}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label="How the articles are given out"
          name="mode"
          value={mode}
          onChange={(event) => setMode(event.target.value as CampaignMode)}
          options={MODES}
          hint={meaningOfCampaignMode(mode)}
        />
        {mode === 'pool' && (
          <TextField
            label="Hours an article is held"
            optional
            name="holdHours"
            type="number"
            min={1}
            max={8760}
            defaultValue={campaign?.holdHours ?? ''}
            hint="Whoever has not begun by then loses the place, and nothing else."
          />
        )}
      </div>
      <fieldset className={styles.group}>
        <legend>Annotators</legend>
        {people.length === 0 ? (
          <p className={styles.hint}>
            Nobody in this workspace may annotate yet: invite people in the settings.
          </p>
        ) : (
          <div className={styles.choices}>
            {people.map(({ id, name }) => (
              <Checkbox
                key={id}
                name="annotator"
                value={id}
                label={name}
                defaultChecked={annotatorIds.includes(id)}
              />
            ))}
          </div>
        )}
      </fieldset>
      <ArticlePicker slug={slug} first={first} chosen={chosen} locked={lockedIds} onChange={setChosen} />
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
          {campaign ? 'Save the campaign' : 'Make the campaign'}
        </Button>
      </div>
    </form>
  );
}
