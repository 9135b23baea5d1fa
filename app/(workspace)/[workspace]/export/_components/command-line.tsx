'use client';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import styles from '../export.module.css';

/** A line to be copied into a terminal. */
export function CommandLine({ label, line }: { label: string; line: string }) {
  const announce = useAnnounce();
  async function copyLine(): Promise<void> {
    try {
      await navigator.clipboard.writeText(line);
      announce(`${label} copied.`);
    } catch {
      // Browsers allow the clipboard only on https:// and on this computer.
      announce('Your browser did not allow copying. Select the line and copy it by hand.');
    }
  }
  return (
    <div className={styles.commandLine}>
      <code tabIndex={0} role="group" aria-label={label}>
        {line}
      </code>
      <Button size="small" onClick={() => void copyLine()} aria-label={`Copy the ${label}`}>
        Copy
      </Button>
    </div>
  );
}
