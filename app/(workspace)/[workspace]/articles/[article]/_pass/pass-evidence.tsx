'use client';
import type { ComponentProps } from 'react';
import { TextArea, TextField } from '@/app/_ui/field';
import { EvidenceList } from '../../../_verify/evidence-list';

/** Evidence for a verdict in one's own pass: passages of other articles, and web addresses of which no copy is made. */
export const PassEvidence = (
  props: Pick<ComponentProps<typeof EvidenceList>, 'annotation' | 'workspaceSlug' | 'evidence' | 'onChange'>,
) => (
  <EvidenceList
    {...props}
    legend="Evidence, if you have any"
    pageVerb="Add a web address"
    pageFields={({ url, excerpt }, change) => (
      <>
        <TextField
          label="Web address"
          inputMode="url"
          placeholder="https://"
          value={url}
          maxLength={2000}
          onChange={(event) => change({ url: event.target.value })}
        />
        <TextArea
          label="Excerpt"
          hint="The words that matter, as they stand there."
          value={excerpt}
          onChange={(event) => change({ excerpt: event.target.value })}
        />
      </>
    )}
  />
);
