import type { ReleaseFacts } from './release-facts';
import { annotationWords, limitationsOf } from './release-words';

/** The fields of Croissant RAI 1.0 that can be filled in truly; those that nobody has told (demographics, biases, impact) are left out. */
export function responsibleFields(facts: ReleaseFacts): Record<string, string | string[]> {
  const { toolVersion, passes, options, adjudication, earlier } = facts;
  const perItem =
    passes.passes > 0
      ? `Between one and ${passes.annotators} annotators an article in blind passes; one adjudicated annotation in the shared layer.`
      : 'One annotation an item, made and checked in a shared layer.';
  return {
    'rai:dataCollection':
      'News articles that a newsroom imported for its work, with the texts as it received them.',
    'rai:dataCollectionType': ['Manual Human Curator', 'Document analysis'],
    'rai:dataAnnotationProtocol': annotationWords(facts).join(' '),
    'rai:dataAnnotationPlatform': `Touchstone ${toolVersion}`,
    'rai:dataAnnotationAnalysis': adjudication
      ? 'Disagreements were adjudicated one by one; agreement.json has the figures, those that are undefined with the reason.'
      : 'agreement.json has the figures; those that are undefined say why.',
    'rai:annotationsPerItem': perItem,
    'rai:dataLimitations': limitationsOf(facts),
    'rai:dataUseCases': [
      'Training, validation and testing of models that find and attribute claims, quotes and predictions.',
    ],
    'rai:personalSensitiveInformation': `Articles and sources name people in public life. ${
      options.pseudonyms ? 'Annotators have pseudonyms.' : 'Annotators are named.'
    }`,
    'rai:dataReleaseMaintenancePlan': `A release never changes. ${
      earlier
        ? 'CHANGELOG.md tells what this one changes.'
        : 'Later ones of the same name say what they change.'
    }`,
  };
}
