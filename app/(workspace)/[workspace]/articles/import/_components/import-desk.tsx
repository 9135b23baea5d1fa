'use client';
import { useRef, useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import type { ImportPreview } from '@/lib/domain/import-preview';
import type { Failure } from '@/lib/domain/result';
import { PreviewStep } from './preview-step';
import { type PastedText, TextStep } from './text-step';

interface Reading {
  pasted: PastedText;
  preview: ImportPreview;
  /** A new one for each reading, so that corrections of an earlier text are not kept. */
  key: number;
}

/** From a pasted text to a stored article: paste, look at how it was read, save. The text stays until it is saved. */
export function ImportDesk({ slug }: { slug: string }) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [isPreviewShown, setIsPreviewShown] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);

  const read = async (pasted: PastedText) => {
    if (reading && reading.pasted.raw === pasted.raw && reading.pasted.url === pasted.url)
      return setIsPreviewShown(true);
    setIsBusy(true);
    setRefusal(null);
    const preview = await postJson<ImportPreview>(`/${slug}/articles/import/read`, pasted);
    setIsBusy(false);
    if (!preview.ok) {
      setRefusal(preview.error);
      if (text.current) putCaretAt(text.current, preview.error);
      return;
    }
    setReading({ pasted, preview: preview.value.value, key: (reading?.key ?? 0) + 1 });
    setIsPreviewShown(true);
  };
  return (
    <>
      <div hidden={isPreviewShown}>
        <TextStep
          textRef={text}
          refusal={refusal}
          isBusy={isBusy}
          onRead={(pasted) => void read(pasted)}
          onChange={() => setRefusal(null)}
        />
      </div>
      {reading && (
        <div hidden={!isPreviewShown}>
          <PreviewStep
            key={reading.key}
            slug={slug}
            pasted={reading.pasted}
            preview={reading.preview}
            isShown={isPreviewShown}
            onChangeText={() => {
              setIsPreviewShown(false);
              requestAnimationFrame(() => text.current?.focus());
            }}
          />
        </div>
      )}
    </>
  );
}

/** Shows the place that a refusal names by its line and column (from 1, in code points). */
function putCaretAt(field: HTMLTextAreaElement, { line, column }: Failure): void {
  field.focus();
  if (typeof line !== 'number' || typeof column !== 'number') return;
  const lines = field.value.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const inLine = [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  field.setSelectionRange(before + inLine, before + inLine + 1);
}
