import type { Route } from 'next';
import { ButtonLink } from '@/app/_ui/button-link';
import { dayInWords } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import type { Scoreboard } from '@/lib/domain/scoreboard-schema';
import { querySearch, type ScoreboardSearch } from './scoreboard-search';

/** Says that this is not how things stand today. */
export function AsOfNotice({
  board: { asOf, knownAsOf },
  here,
  asked: { asOf: askedAsOf, knownAsOf: _, ...rest },
}: {
  board: Scoreboard;
  here: string;
  asked: ScoreboardSearch;
}) {
  if (!asOf && !knownAsOf) return null;
  const search = querySearch(rest);
  return (
    <Notice
      tone="info"
      title="An earlier scoreboard"
      action={
        <ButtonLink size="small" href={(search ? `${here}?${search}` : here) as Route}>
          Show today
        </ButtonLink>
      }
    >
      {asOf && <>Only what had been recorded by the end of {dayInWords(askedAsOf ?? asOf)}. </>}
      {knownAsOf && <>Only what could be known on {dayInWords(knownAsOf)}, whenever it was recorded.</>}
    </Notice>
  );
}
