'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfScope } from '@/app/_marks/member-words';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { RelativeTime } from '@/app/_ui/relative-time';
import { useAnnounce } from '@/app/_ui/toast';
import type { TokenScope } from '@/lib/domain/vocabulary';
import { withdrawToken } from '../actions';

export interface TokenRow {
  id: string;
  name: string;
  scope: TokenScope;
  user: { id: string; name: string };
  lastUsedAt: string | null;
}

/** API tokens that work. */
export function TokenList({
  slug,
  tokens,
  timeZone,
}: {
  slug: string;
  tokens: readonly TokenRow[];
  timeZone: string;
}) {
  const announce = useAnnounce();
  const { attempt, error, isBusy } = useAttempt(async (token: TokenRow) => {
    const refusal = await withdrawToken(slug, token.id);
    if (refusal === null) announce(`The token “${token.name}” was revoked.`);
    return refusal;
  });
  if (tokens.length === 0) return <p className="soft">There is no token yet.</p>;
  return (
    <div className="stack">
      {error && <Notice tone="error">{error}</Notice>}
      <div className="table-scroll">
        <table className="table table-fold">
          <thead>
            <tr>
              <th>Token</th>
              <th>May</th>
              <th>Acts as</th>
              <th>Last used</th>
              <th>
                <span className="visually-hidden">Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>{wordOfScope(token.scope)}</td>
                <td>{token.user.name}</td>
                <td>
                  {token.lastUsedAt ? (
                    <RelativeTime instant={token.lastUsedAt} timeZone={timeZone} />
                  ) : (
                    'Never'
                  )}
                </td>
                <td>
                  <ConfirmDialog
                    title={`Revoke “${token.name}”?`}
                    verb="Revoke token"
                    busy={isBusy}
                    onConfirm={() => attempt(token)}
                    trigger={
                      <Button variant="bare" size="small" aria-label={`Revoke ${token.name}`}>
                        Revoke
                      </Button>
                    }
                  >
                    Whatever uses it is refused from now on. This cannot be taken back.
                  </ConfirmDialog>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
