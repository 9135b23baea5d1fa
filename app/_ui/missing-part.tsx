import { Notice } from './notice';

/**
 * Stands in for a part of the page that is fetched when it is needed and cannot be: offline, or because the
 * installation was updated meanwhile. Without it the whole page would give way to an error.
 */
export const MissingPart = () => (
  <Notice tone="error" title="This part of the page could not be loaded">
    Nothing is lost. Reload the page once you are connected.
  </Notice>
);
