import type { RegionRole } from './vocabulary';

/** Roles that the reading room hides until asked. */
export const isHiddenRole = (role: RegionRole): boolean => role === 'boilerplate' || role === 'duplicate';
