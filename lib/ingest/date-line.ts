import { printedDatesIn } from './calendar-date';
import type { PrintedDate } from './calendar-date';
import { endsSentence, weightOf, withoutBullet, wordCountOf } from './line-shape';

/** What a line of dates says: when the article was `published`, when it was `updated`, or a `bare` date. */
export interface DateLine {
  label: 'published' | 'updated' | 'bare';
  /** The date the label belongs to; null for "3 hours ago" and for a time alone. */
  date: PrintedDate | null;
  /** Words besides dates, times and labels: a rubric, a place, a name. */
  rest: string;
}

const HEAVIEST = 140;
const PUBLISHED =
  /(?<!\p{L})(?:first published|originally published|date published|publication date|published|posted|released|issued|created|uploaded|filed|veröffentlicht|erschienen|erstellt|publié|mis en ligne|publicado|publicada|pubblicato|pubblicata|gepubliceerd|geplaatst|publicerad|publisert|offentliggjort|udgivet|julkaistu|opublikowano|data publikacji|опубликовано|опубліковано|дата публикации|yayınlanma(?: tarihi)?|giriş|diterbitkan|đăng|입력|등록|작성|기사입력|公開|配信|掲載|发布(?:时间|于)?|發布(?:時間)?|نشر(?: في)?|تاريخ النشر)(?!\p{L})/iu;
const UPDATED =
  /(?<!\p{L})(?:last updated|last modified|last edited|updated|modified|revised|amended|edited|aktualisiert|zuletzt aktualisiert|stand|mis à jour|mise à jour|modifié|actualizado|actualizada|atualizado|atualizada|aggiornato|aggiornata|bijgewerkt|laatste update|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|zaktualizowano|обновлено|оновлено|güncelleme(?: tarihi)?|güncellendi|diperbarui|cập nhật|수정|최종수정|更新|تحديث)(?!\p{L})/iu;
const TIME =
  /(?<!\d)\d{1,2}[:.h時시]\s?\d{2}(?:[:.]\d{2})?(?:\.\d{3})?分?분?\s?(?:uhr|h\b|uur)?\s*(?:[ap]\.?\s?m\.?(?!\p{L}))?|(?<!\d)\d{1,2}\s*(?:[ap]\.?\s?m\.?|uhr|h|시|時)(?!\p{L})|오[전후]|[上下]午/giu;
const ZONE =
  /(?<!\p{L})(?:gmt|utc|[ceapmw]?[es]t|[cempw]d?t|bst|ist|kst|jst|cest|eest|msk|hkt|sgt|aest|aedt|wib|z|local time|ora locale)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?(?!\p{L})|[+-]\d{2}:?\d{2}(?!\d)/giu;
const WEEKDAY =
  /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|[md]o|di|mi|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda(?:-feira)?|terça(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\.?(?!\p{L})|[(（][月火水木金土日월화수목금토일][)）]|星期[一二三四五六日]/giu;
const AGO =
  /(?<!\p{L})(?:(?:\d{1,3}|an?|one|two|three|few)\s*(?:s|m|h|d|w|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\.?\s+ago|vor \d{1,3} (?:minuten?|stunden?|tag(?:en)?)|il y a \d{1,3} (?:minutes?|heures?|jours?)|hace \d{1,3} (?:minutos?|horas?|días?)|há \d{1,3} (?:minutos?|horas?|dias?)|\d{1,3} (?:minuti|ore|giorni) fa|\d{1,3}\s?(?:분|시간|일)\s?전|\d{1,3}\s?(?:分|時間|日)前|\d{1,3} (?:минут|час(?:а|ов)?|дн(?:я|ей)) назад|today|yesterday|just now|heute|gestern|aujourd'hui|hier|hoy|ayer)(?!\p{L})/giu;
const JOINTS =
  /(?<!\p{L})(?:on|at|am|um|uhr|le|el|il|à|a las|a|às|em|om|op|kl|klo|o|godz|в|the|de|den|of|by|date|time|print|edition|date and time)(?!\p{L})/giu;

/**
 * Reads a line that is mostly a date, a time or both; null for any other line, and for a sentence. Up to three
 * other words are left in `rest`.
 */
export function findDateLine(text: string): DateLine | null {
  const line = withoutBullet(text);
  if (weightOf(line) > HEAVIEST) return null;
  const dates = printedDatesIn(line);
  const rest = wordsBeside(line, dates);
  const label = labelOf(line);
  const times = line.match(TIME)?.length ?? 0;
  // Two times without a date are those of a player of sound.
  const hasTime = dates.length > 0 || matches(AGO, line) || times === 1;
  if (!hasTime || wordCountOf(rest) > 3) return null;
  if (rest !== '' && endsSentence(line)) return null;
  return { label, date: dateFor(line, dates), rest };
}

/** The line without its dates, times, labels and the little words that join them. */
export function wordsBeside(line: string, dates: readonly PrintedDate[]): string {
  let rest = line;
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  for (const pattern of [AGO, TIME, ZONE, WEEKDAY]) rest = rest.replace(pattern, ' ');
  for (const pattern of [UPDATED, PUBLISHED]) rest = rest.replace(new RegExp(pattern.source, 'giu'), ' ');
  rest = rest.replace(JOINTS, ' ');
  return rest.replace(/(?<![\p{L}\p{N}])[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ' ').trim();
}

const labelOf = (line: string): DateLine['label'] =>
  PUBLISHED.test(line) ? 'published' : UPDATED.test(line) ? 'updated' : 'bare';

/** With two dates on one line ("Updated … Published …") the one behind the word for publishing. */
function dateFor(line: string, dates: readonly PrintedDate[]): PrintedDate | null {
  const label = PUBLISHED.exec(line);
  return dates.find((date) => label !== null && date.start >= label.index) ?? dates[0] ?? null;
}

const matches = (pattern: RegExp, line: string): boolean => new RegExp(pattern.source, 'iu').test(line);
