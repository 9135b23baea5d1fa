// @ts-check
// Preloaded into the server: when the process that started it is killed, it must not go on alone and hold the port.
import { watchParent } from './parent-watch.mjs';

watchParent(() => process.exit(1));
