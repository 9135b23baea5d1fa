import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { rightsOfRole } from './member-words';

/** All that a role may do, its own rights last: a later role includes the earlier ones. */
export const allRightsOfRole = (role: Role): string =>
  ROLES.slice(0, ROLES.indexOf(role) + 1)
    .map((included) => `${rightsOfRole(included)}.`)
    .join(' ');
