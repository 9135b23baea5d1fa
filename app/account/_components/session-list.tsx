import { RelativeTime } from '@/app/_ui/relative-time';
import type { ListedSession } from '@/lib/usecases/list-sessions';
import { browserName } from './browser-name';

export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th>Browser</th>
            <th>Signed in</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={`${session.createdAt} ${session.expiresAt} ${session.userAgent}`}>
              <th scope="row">
                {browserName(session.userAgent)}
                {session.isCurrent && <span className="soft"> (this one)</span>}
              </th>
              <td>
                <RelativeTime instant={session.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
