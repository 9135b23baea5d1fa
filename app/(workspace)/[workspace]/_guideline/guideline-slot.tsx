'use client';
import { useParams } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { lazyPart } from '@/app/_ui/lazy-part';
import { useLetterKeys } from '../articles/[article]/_components/use-letter-keys';
import { chordOf } from '../_palette/chord';
import { offerCommands } from '../_palette/offered-commands';
import { GUIDELINE_COMMAND } from './guideline-command';
import { GUIDELINE_LINK } from './guideline-link';

const GuidelineAside = lazyPart(() => import('./guideline-aside').then((module) => module.GuidelineAside));

const TAKES_KEYS =
  'input:not([type=radio], [type=checkbox]), textarea, select, dialog, [role=dialog], [role=menu], [role=listbox], [contenteditable]';

/**
 * Opens the guideline beside the text: by its link, which leads to its page until this is loaded, by its key, and from the
 * list of commands.
 */
export function GuidelineSlot() {
  const { workspace, article } = useParams<{ workspace: string; article: string }>();
  const [isOpen, setOpen] = useState(false);
  const [lettersWork] = useLetterKeys();
  const toggle = useEffectEvent(() => setOpen((was) => !was));
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!lettersWork || event.defaultPrevented || event.isComposing) return;
    if (chordOf(event) !== GUIDELINE_COMMAND.keys[0]) return;
    if (event.target instanceof Element && event.target.closest(TAKES_KEYS)) return;
    event.preventDefault();
    toggle();
  });
  useEffect(() => {
    const heard = new AbortController();
    const { signal } = heard;
    document.addEventListener('keydown', (event) => onKey(event), { signal });
    const onClick = (event: MouseEvent) => {
      const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
      if (!isPlain || !(event.target instanceof Element)) return;
      if (!event.target.closest(`[${GUIDELINE_LINK}]`)) return;
      event.preventDefault();
      toggle();
    };
    // Before the link itself hears it.
    document.addEventListener('click', onClick, { capture: true, signal });
    const withdraw = offerCommands(() => [{ ...GUIDELINE_COMMAND, run: () => toggle() }]);
    return () => {
      heard.abort();
      withdraw();
    };
  }, []);
  if (!isOpen) return null;
  return <GuidelineAside workspaceSlug={workspace} articleId={article} onClose={() => setOpen(false)} />;
}
