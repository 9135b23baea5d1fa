'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfRole } from '@/app/_marks/member-words';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { controlClass } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useAnnounce } from '@/app/_ui/toast';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { dismissMember, saveRole } from '../actions';
import styles from './settings.module.css';

export interface MemberRow {
  user: { id: string; name: string; email: string | null };
  role: Role;
  createdAt: string;
}

/** Who belongs to the workspace; an owner changes roles and removes. */
export function MemberTable({
  slug,
  members,
  ownId,
  canManage,
  timeZone,
}: {
  slug: string;
  members: readonly MemberRow[];
  ownId: string;
  canManage: boolean;
  timeZone: string;
}) {
  const announce = useAnnounce();
  const change = useAttempt(async ({ user }: MemberRow, role: Role) => {
    const refusal = await saveRole(slug, user.id, role);
    if (refusal === null) announce(`${user.name} is now ${wordOfRole(role).toLowerCase()}.`);
    return refusal;
  });
  const dismiss = useAttempt(async ({ user }: MemberRow) => {
    const refusal = await dismissMember(slug, user.id);
    if (refusal === null) announce(`${user.name} was removed.`);
    return refusal;
  });
  const error = change.error ?? dismiss.error;
  return (
    <div className="stack">
      {error && <Notice tone="error">{error}</Notice>}
      <div className="table-scroll">
        <table className="table table-fold">
          <thead>
            <tr>
              <th>Name</th>
              {canManage && <th>E-mail</th>}
              <th>Role</th>
              <th>Member since</th>
              {canManage && (
                <th>
                  <span className="visually-hidden">Remove</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.user.id}>
                <th scope="row">
                  {member.user.name}
                  {member.user.id === ownId && <span className="soft"> (you)</span>}
                </th>
                {canManage && <td>{member.user.email}</td>}
                <td>
                  {canManage ? (
                    <select
                      className={`${controlClass} ${styles.role}`}
                      aria-label={`Role of ${member.user.name}`}
                      value={member.role}
                      disabled={change.isBusy}
                      onChange={(event) => change.attempt(member, event.currentTarget.value as Role)}
                    >
                      {ROLES.map((role) => (
                        <option key={role} value={role}>
                          {wordOfRole(role)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    wordOfRole(member.role)
                  )}
                </td>
                <td>
                  <RelativeTime instant={member.createdAt} timeZone={timeZone} />
                </td>
                {canManage && (
                  <td>
                    <ConfirmDialog
                      title={`Remove ${member.user.name}?`}
                      verb="Remove member"
                      busy={dismiss.isBusy}
                      onConfirm={() => dismiss.attempt(member)}
                      trigger={
                        <Button variant="bare" size="small" aria-label={`Remove ${member.user.name}`}>
                          Remove
                        </Button>
                      }
                    >
                      They can no longer open this workspace, and their tokens for it stop working. Their
                      annotations and verifications stay, under their name.
                    </ConfirmDialog>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
