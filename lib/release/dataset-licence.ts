import { addressOfLicence } from '@/lib/domain/licence';
import type { LicenceCount, ReleaseFacts } from './release-facts';

/** What stands for the licence of articles of which nobody has said one. */
const NO_LICENCE =
  'No licence is known for some of the articles: their words remain their publishers’. See LICENCES.csv.';

const shownLicence = (licence: string, url: string | null = null): string =>
  addressOfLicence(licence) ?? url ?? licence;

/**
 * The licences that a release stands under, each once, as the addresses of their texts where they have one: first that of
 * the annotations, where somebody gave it, then those of the articles, then, where some have none, that.
 */
export function licencesOf({ options, licences }: Pick<ReleaseFacts, 'options' | 'licences'>): string[] {
  const annotations = options.licence === null ? [] : [shownLicence(options.licence)];
  return [...new Set([...annotations, ...articleLicences(licences)])];
}

function articleLicences(licences: readonly LicenceCount[]): string[] {
  const named = licences.flatMap(({ licence, licenceUrl }) =>
    licence === null ? [] : [shownLicence(licence, licenceUrl)],
  );
  const isUnknown = licences.length === 0 || licences.some(({ licence }) => licence === null);
  return isUnknown ? [...named, NO_LICENCE] : named;
}

/** The SPDX identifiers that CITATION.cff 1.2.0 knows (its list is of May 2021), among the names under which licences are stored. */
const KNOWN_TO_CFF =
  /^(CC0-1\.0|CC-PDDC|CC-BY(-NC)?(-SA|-ND)?-(1\.0|2\.0|2\.5|3\.0|4\.0)|OGL-UK-[123]\.0|etalab-2\.0|NLOD-1\.0)$/;
/** The identifiers that Hugging Face files licences under, which are SPDX's in lower case. */
const KNOWN_TO_HUB =
  /^(cc0-1\.0|cc-by-(2\.0|2\.5|3\.0|4\.0)|cc-by-sa-(3\.0|4\.0)|cc-by-nc-(2\.0|3\.0|4\.0)|cc-by-nd-4\.0|cc-by-nc-nd-(3\.0|4\.0)|cc-by-nc-sa-(2\.0|3\.0|4\.0)|etalab-2\.0)$/;

/** The annotations' licence as CITATION.cff can say it: as an identifier it knows, as an address, or not at all. */
export function citedLicence(
  licence: string | null,
): { key: 'license' | 'license-url'; value: string } | null {
  if (licence === null) return null;
  if (KNOWN_TO_CFF.test(licence)) return { key: 'license', value: licence };
  const url = addressOfLicence(licence);
  return url === null ? null : { key: 'license-url', value: url };
}

/** The annotations' licence as Hugging Face names it; null where it has no name for it. */
export function hubLicence(licence: string | null): string | null {
  const name = licence?.toLowerCase() ?? '';
  return KNOWN_TO_HUB.test(name) ? name : null;
}
