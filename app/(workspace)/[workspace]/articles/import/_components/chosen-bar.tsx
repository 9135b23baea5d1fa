import type { Dispatch } from 'react';
import { wordOfRegion } from '@/app/_marks/region-words';
import { Button } from '@/app/_ui/button';
import { controlClass } from '@/app/_ui/field';
import { REGION_ROLES, type RegionRole } from '@/lib/domain/vocabulary';
import styles from './chosen-bar.module.css';
import type { RoleCommand, RoleState } from './role-state';

/** One role for all chosen paragraphs. */
export function ChosenBar({ roles, dispatch }: { roles: RoleState; dispatch: Dispatch<RoleCommand> }) {
  const { chosen, paragraphs } = roles;
  const below = paragraphs.length - Math.min(...chosen);
  return (
    <div className={styles.bar} role="group" aria-label="Chosen paragraphs">
      <span role="status" className="figures">
        {chosen.size} {chosen.size === 1 ? 'paragraph' : 'paragraphs'} chosen
      </span>
      {below > chosen.size && (
        <Button size="small" onClick={() => dispatch({ type: 'choose_below' })}>
          Choose all below
        </Button>
      )}
      <select
        aria-label="The chosen paragraphs are"
        className={`${controlClass} ${styles.role}`}
        value=""
        onChange={(event) => dispatch({ type: 'set_chosen', role: event.target.value as RegionRole })}
      >
        <option value="" disabled>
          They are …
        </option>
        {REGION_ROLES.map((role) => (
          <option key={role} value={role}>
            {wordOfRegion(role)}
          </option>
        ))}
      </select>
      <Button size="small" onClick={() => dispatch({ type: 'set_chosen', role: 'boilerplate' })}>
        {wordOfRegion('boilerplate')}
      </Button>
      <Button size="small" onClick={() => dispatch({ type: 'set_chosen', role: 'body' })}>
        {wordOfRegion('body')}
      </Button>
      <Button size="small" variant="bare" onClick={() => dispatch({ type: 'clear' })}>
        Choose none
      </Button>
    </div>
  );
}
