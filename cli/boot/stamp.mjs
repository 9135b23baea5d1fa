// @ts-check
import fs from 'node:fs';

/** A stamp says from which state of its sources something was made. */

/** @param {string} file @param {string} state */
export const bearsStamp = (file, state) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === state;

/** @param {string} file */
export const removeStamp = (file) => fs.rmSync(file, { force: true });

/** @param {string} file @param {string} state */
export const writeStamp = (file, state) => fs.writeFileSync(file, state);
