import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import styles from '../decisions.module.css';

/** Asks for the day of which the decisions are shown. A plain form: it works without script. */
export function AsOfForm({ asOf, today }: { asOf: string | null; today: string }) {
  return (
    <form method="get" className={styles.asOf} aria-label="An earlier day">
      <TextField
        // A day that is left begins the field anew.
        key={asOf}
        label="As it stood on"
        type="date"
        name="asOf"
        max={today}
        required
        defaultValue={asOf ?? ''}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
