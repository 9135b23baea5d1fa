/** Somebody has signed in, in this tab or another one of this browser. */
const CHANNEL = 'touchstone-session';
const ASKED = 'touchstone-sign-in';

/** Tells every page of this browser, this one included, that somebody has signed in. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed_in');
  channel.close();
}

/** The answer ends it. */
export function onSignedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => listener());
  return () => channel.close();
}

/** What somebody wanted to do needs them to sign in again: the page shows the way, where it has one. */
export function askToSignIn(): void {
  dispatchEvent(new Event(ASKED));
}

/** The answer ends it. */
export function onAskedToSignIn(listener: () => void): () => void {
  addEventListener(ASKED, listener);
  return () => removeEventListener(ASKED, listener);
}

/** Who is signed in on this browser now; null for nobody, undefined when that cannot be found out. */
export async function findSignedIn(): Promise<{ id: string; name: string } | null | undefined> {
  try {
    const response = await fetch('/api/auth/session', { cache: 'no-store' });
    if (!response.ok) return undefined;
    const { user } = ((await response.json()) ?? {}) as { user?: { id: string; name: string } };
    return user?.id ? user : null;
  } catch {
    return undefined;
  }
}
