'use client';
import { Button } from '@/app/_ui/button';
import { Field, controlClass } from '@/app/_ui/field';
import { useAnnounce } from '@/app/_ui/toast';
import styles from './settings.module.css';

/** A secret that is shown this once, with a button that copies it. */
export function ShownOnce({ label, hint, secret }: { label: string; hint: string; secret: string }) {
  const announce = useAnnounce();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      announce('Copied.');
    } catch {
      // Refused by the browser, or not there over plain http: the field can be selected by hand.
      announce('The browser did not allow copying. Select the text and copy it yourself.');
    }
  };
  return (
    <div className={styles.secret}>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <input
            {...wiring}
            className={controlClass}
            readOnly
            value={secret}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
      <Button variant="primary" onClick={copy}>
        Copy
      </Button>
    </div>
  );
}
