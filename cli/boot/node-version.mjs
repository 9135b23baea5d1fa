// @ts-check
import { Refusal } from './refusal.mjs';

/** The first version that runs Next, Prisma and `require` of ES modules without a flag. */
const MINIMUM = { major: 20, minor: 19 };

/** @param {string} version such as `process.versions.node` */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor);
}

export function requireRecentNode(version = process.versions.node) {
  if (!isNodeRecentEnough(version))
    throw new Refusal(
      `Touchstone needs Node ${MINIMUM.major}.${MINIMUM.minor} or newer; this is Node ${version}.`,
    );
}
