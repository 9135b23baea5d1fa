import type { Role, TokenScope } from '@/lib/domain/vocabulary';

const ROLE_WORDS: Record<Role, { word: string; may: string }> = {
  reader: { word: 'Reader', may: 'Reads articles, annotations and predictions, and exports them' },
  annotator: { word: 'Annotator', may: 'Also marks claims, quotes and predictions' },
  editor: {
    word: 'Editor',
    may: 'Also imports articles, verifies, records outcomes and keeps the sources in order',
  },
  owner: { word: 'Owner', may: 'Also manages members, invitations and the workspace itself' },
};
export const wordOfRole = (role: Role): string => ROLE_WORDS[role].word;
export const rightsOfRole = (role: Role): string => ROLE_WORDS[role].may;

const SCOPE_WORDS: Record<TokenScope, string> = { read: 'Read only', write: 'Read and write' };
export const wordOfScope = (scope: TokenScope): string => SCOPE_WORDS[scope];
