'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Guideline } from '@/lib/domain/guideline';
import { usePerson } from '../../../_session/person';
import { saveGuideline } from './save-guideline';

/** Takes an earlier version up again, as a new one: nothing that was in force is lost. */
export function RestoreVersion({
  slug,
  version,
  inForce,
}: {
  slug: string;
  version: Guideline;
  inForce: Guideline;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const { id: userId } = usePerson();
  const isReady = useIsReady();
  const take = async (wanted: Guideline, base: number): Promise<{ number: number } | string> => {
    const body = contentOf(wanted, `Back to version ${wanted.number}.`);
    const saved = await saveGuideline({ slug, base, body, userId });
    if (!saved.ok) return saved.error.message;
    router.push(`/${slug}/campaigns/guideline` as Route);
    router.refresh();
    return saved.value;
  };
  const { attempt, error, isBusy } = useAttempt(async () => {
    const taken = await take(version, inForce.number);
    if (typeof taken === 'string') return taken;
    const undo = async () => {
      const back = await take(inForce, taken.number);
      announce(typeof back === 'string' ? back : `What version ${inForce.number} said is in force again.`);
    };
    announce(`What version ${version.number} said is in force again, as version ${taken.number}.`, {
      undo: () => void undo(),
    });
    return null;
  });
  return (
    <>
      <Button size="small" busy={isBusy} disabled={!isReady} onClick={() => !isBusy && attempt()}>
        Take up again<span className="visually-hidden"> version {version.number}</span>
      </Button>
      {error && (
        <span role="alert" className="small">
          {error}
        </span>
      )}
    </>
  );
}

const contentOf = ({ text, tags, freeTags, attributes }: Guideline, summary: string) => ({
  ...{ text, tags, freeTags, attributes, summary },
});
