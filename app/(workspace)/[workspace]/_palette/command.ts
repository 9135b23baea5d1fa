/** Something that can be asked of a page, by key, in the list of commands or both. */
export interface Command {
  id: string;
  /** What it does, as a verb: "Mark as claim". */
  words: string;
  /** What else one might call it, for finding it in the list. */
  also?: string;
  /** The chords that do it, as `chordOf` spells them; the first one is shown. */
  keys?: readonly string[];
}

/** A command that can be given now. */
export interface ReadyCommand extends Command {
  run: () => void;
}
