import { Select } from '@/app/_ui/field';
import type { Annotation } from '@/lib/domain/annotation';
import type { ErrorHop } from '@/lib/domain/error-hop';

/** Asks at which hop of the attribution the error was made: with who said it, who passed it on, or the article itself. */
export function ErrorPlace({
  attribution,
  value,
  onChange,
}: {
  attribution: Annotation['attribution'];
  value: ErrorHop | null;
  onChange: (hop: ErrorHop | null) => void;
}) {
  return (
    <Select
      label="Where the error was made"
      name="errorHop"
      hint="It is counted on the page of that source."
      value={value === null ? '' : String(value)}
      options={[
        { value: '', label: 'Not known, or not said' },
        ...attribution.map(({ source }, i) => ({
          value: String(i),
          label: i === 0 ? `With the source: ${source.name}` : `With the relay: ${source.name}`,
        })),
        { value: 'reporter', label: 'In this article, which reports it' },
      ]}
      onChange={({ target }) =>
        onChange(target.value === '' ? null : target.value === 'reporter' ? 'reporter' : Number(target.value))
      }
    />
  );
}
