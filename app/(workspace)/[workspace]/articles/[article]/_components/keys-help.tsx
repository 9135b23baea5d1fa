'use client';
import { Dialog } from '@/app/_ui/dialog';
import { Checkbox } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import type { Abilities } from '@/lib/domain/policy';
import styles from './keys-help.module.css';
import { GUIDELINE_COMMAND } from '../../../_guideline/guideline-command';
import { COMMAND_GROUPS, ROOM_COMMANDS, type RoomCommand } from './room-commands';

/** The keys of the reading room, and the switch for those of one letter (WCAG 2.1.4). */
export function KeysHelp({
  onOpenChange,
  abilities,
  lettersWork,
  onLettersWork,
}: {
  onOpenChange: (open: boolean) => void;
  abilities: Abilities;
  lettersWork: boolean;
  onLettersWork: (work: boolean) => void;
}) {
  const commands: readonly RoomCommand[] = [...ROOM_COMMANDS, { ...GUIDELINE_COMMAND, group: 'Go' }];
  const listed = commands.filter(({ keys, needs }) => keys && (!needs || abilities[needs]));
  return (
    <Dialog title="Keys" wide open onOpenChange={onOpenChange}>
      {/* First, so that the focus does not begin at the end of the list. */}
      <Checkbox
        label="Keys of one letter work"
        hint="Switch them off if you speak to your computer, or press them by accident. The list of commands does all of this too."
        checked={lettersWork}
        onChange={(event) => onLettersWork(event.target.checked)}
      />
      <div className={styles.groups}>
        {COMMAND_GROUPS.map((group) => {
          const commands = listed.filter((command) => command.group === group);
          return (
            commands.length > 0 && (
              <section key={group} className={styles.group}>
                <h3 className={styles.title}>{group}</h3>
                <dl className={styles.keys}>
                  {commands.map(({ id, keys, words }) => (
                    <div key={id}>
                      <dt>
                        <KeyHint keys={keys![0]!} />
                      </dt>
                      <dd>{words}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
    </Dialog>
  );
}
