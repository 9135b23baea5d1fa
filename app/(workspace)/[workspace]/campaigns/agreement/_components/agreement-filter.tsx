import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import type { AgreementSearch } from './agreement-places';

interface Named {
  id: string;
  name: string;
}

/** Whose passes are compared, and on which articles, as a sentence. */
export function AgreementFilter({
  asked,
  campaigns,
  annotators,
}: {
  asked: AgreementSearch;
  campaigns: readonly Named[];
  annotators: readonly Named[];
}) {
  return (
    <FilterSentence label="Choose whose passes are compared">
      Passes of{' '}
      <FilterWord
        label="Annotator"
        name="annotator"
        value={asked.annotator ?? ''}
        options={[{ value: '', label: 'anybody' }, ...annotators.map(optionFrom)]}
      />{' '}
      compared with others, on articles of{' '}
      <FilterWord
        label="Campaign"
        name="campaign"
        value={asked.campaign ?? ''}
        options={[{ value: '', label: 'the whole workspace' }, ...campaigns.map(optionFrom)]}
      />
      .
    </FilterSentence>
  );
}

const optionFrom = ({ id, name }: Named) => ({ value: id, label: name });
