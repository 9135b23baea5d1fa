import { Button } from '@/app/_ui/button';

/** Over a form that holds what was typed into it earlier and not saved. */
export function StartedBefore({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p className="small soft" role="status">
      You had started this; not saved yet.{' '}
      <Button variant="link" onClick={onDiscard}>
        Discard
      </Button>
    </p>
  );
}
