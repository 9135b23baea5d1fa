// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, whatever the working directory is. */
export const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} parts */
export const atRoot = (...parts) => path.join(ROOT, ...parts);

/** Where a checkout keeps what belongs to it and not to one installation's data: its locks and its test server. */
export const WORK_DIR = atRoot('.data');
