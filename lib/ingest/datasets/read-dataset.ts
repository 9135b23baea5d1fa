import { bratMarks } from './brat-marks';
import { doccanoMarks } from './doccano-marks';
import { labelStudioMarks } from './labelstudio-marks';
import type { DatasetFile, ReadDataset } from './read-marks';
import { w3cMarks } from './w3c-marks';
import { webannoMarks } from './webanno-marks';

/** Forms of datasets that can be read. */
export const DATASET_FORMS = ['w3c', 'brat', 'webanno', 'labelstudio', 'doccano'] as const;
export type DatasetForm = (typeof DATASET_FORMS)[number];

/** The documents and marks of files in a form. Never throws at what they hold: what cannot be read is listed. */
export function readDataset(form: DatasetForm, files: readonly DatasetFile[]): ReadDataset {
  if (form === 'brat') return bratMarks(files);
  if (form === 'webanno') return webannoMarks(files);
  const readFile = { w3c: w3cMarks, labelstudio: labelStudioMarks, doccano: doccanoMarks }[form];
  const read = files.map(readFile);
  return {
    documents: read.flatMap(({ documents }) => documents),
    refused: read.flatMap(({ refused }) => refused),
  };
}
