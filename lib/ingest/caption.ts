import { weightOf, wordCountOf } from './line-shape';

/** How sure it is that a line is a picture's caption: by itself, or only in company; a `credit` names the photographer alone. */
export type CaptionSign = 'caption' | 'credit' | 'maybe' | null;

const HEAVIEST = 480;
const AGENCY =
  '(?:AP(?: Photo)?|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|TASS|Yonhap|YONHAP|연합뉴스|뉴시스|뉴스1|Xinhua|XINHUA|Kyodo|KYODO|UPI|KCNA|Bloomberg|NurPhoto|Shutterstock|iStock(?:photo)?|Alamy|[Ii]mago(?: images)?|IMAGO|Sipa|SIPA|Anadolu(?: Agency)?|AA|PA(?: Media| Wire| Images)?|Press Association|Newsis|News1|Unsplash|Pixabay|Pexels|Keystone|KEYSTONE|APA|picture[ -]alliance|TT|NTB|Scanpix|Ritzau|Lusa|LUSA|Belga|ANP|ČTK|CTK|PAP|MTI|Sputnik|RIA Novosti|РИА Новости|ТАСС|IANS|PTI|ANI|Zuma|ZUMA|Wikimedia(?: Commons)?|Handout|HANDOUT|Courtesy|LaPresse|Europa Press|Agência Brasil|共同|時事|新华社|视觉中国|中新社)';
const LABEL =
  '(?:photos?|photograph|pictures?|images?|pics?|foto(?:s|grafía|grafia)?|bild(?:er|quelle|nachweis)?|credits?|photo credit|image credit|picture credit|image source|photo source|crédits?|crédit photo|crédito|créditos|credito|imagen|imagem|immagine|illustration|zdjęcie|zdj|фото|사진|写真|摄影|图|图片|圖|圖片|عکس|صورة)';
const NAMES = '[\\p{L}\\p{N}](?:[^.!?\\n]|(?<=(?:^|[\\s(/.])\\p{L})\\.|\\.(?=\\S)){1,90}';

interface CaptionRule {
  why: string;
  sign: 'caption' | 'maybe';
  pattern: RegExp;
}
const RULES: readonly CaptionRule[] = [
  {
    why: 'opens as captions of archives do',
    sign: 'caption',
    pattern:
      /^(?:file photo|file image|file picture|file\s?[-–—:]|in this (?:file |undated |handout |image|photo|picture|frame|screen|combination|courtroom|[\p{L}.]+ \d{1,2},? (?:\d{4},? )?(?:file )?(?:photo|image|picture))|(?:this|an?|the) (?:file |undated |handout |combination |satellite |aerial |archive )?(?:photo|image|photograph|screenshot|handout)(?: (?:taken|provided|released|made available|illustration))|this (?:file |undated |handout |satellite |aerial )?(?:photo|image|picture|photograph) shows|(?:image|photo|picture) caption|caption\s?:|pictured(?: above| below| left| right)?\s?[:,]|(?:above|below|left|right|top|bottom|from left|clockwise(?: from)?)\s?:|archivbild|archivfoto|symbolbild|symbolfoto|photo d['’](?:illustration|archives)|foto de archivo|imagen de archivo|imagem de arquivo|foto d['’]archivio|архивное фото|자료사진|資料写真|资料图)/iu,
  },
  {
    why: 'ends with a labelled credit',
    sign: 'caption',
    pattern: new RegExp(
      `(?:^|[\\s(\\[|/–—.,])${LABEL}\\s*(?:[:：©/=|]|\\sby:?\\s|\\svon\\s|\\sde\\s|\\sdi\\s)\\s*©?\\s*${NAMES}[)\\]]?$`,
      'iu',
    ),
  },
  {
    why: 'ends with a credit in brackets',
    sign: 'caption',
    pattern: new RegExp(
      `[(\\[](?:[^()\\[\\]]{0,60}\\b(?:photo|photograph|database|archives?|file|files|courtesy|handout|picture|image|foto|getty|via|provided|screenshot|screengrab|pool)\\b[^()\\[\\]]{0,50}|${LABEL}\\s*[:：].{1,60}|[^()\\[\\]]{2,40}\\s?/\\s?${AGENCY}|${AGENCY}\\s?/\\s?[^()\\[\\]]{2,40})[)\\]]\\.?$`,
      'iu',
    ),
  },
  {
    why: 'ends with a photographer and an agency',
    sign: 'caption',
    pattern: new RegExp(
      `(?:[.!?)"”»]|[\\p{L}\\p{N}]\\s?[|©–—])\\s*(?:[^.!?\\n]{2,40}[/|,]\\s?${AGENCY}|${AGENCY}\\s?[/|-]\\s?[^.!?\\n]{2,40}|©\\s?[^.!?\\n]{2,60}|[^.!?\\n]{0,40}\\bvia ${AGENCY}|Getty Images|Shutterstock|picture[ -]alliance)\\.?$`,
      'u',
    ),
  },
  {
    why: 'ends with the name of an agency behind its last sentence',
    sign: 'maybe',
    pattern: new RegExp(`[.!?)"”»]\\s*(?:[|©–—/-]+\\s*)?${AGENCY}$`, 'u'),
  },
  {
    why: 'ends with the name of an agency in brackets',
    sign: 'maybe',
    pattern: new RegExp(`[(\\[]${AGENCY}(?:[\\s/-]${AGENCY})*[)\\]]\\.?$`, 'u'),
  },
];
/** Words that point into a picture, or say in the present tense what people do in one. */
const POINTS_INTO_PICTURE =
  /\((?:\p{L}+ )?(?:left|right|l|r|c|center|centre|middle|front|back|top|bottom|standing|seated|from left|second from (?:left|right)|links|rechts|mitte|gauche|droite|izq(?:uierda)?|der(?:echa)?|sinistra|destra|왼쪽|오른쪽|左|右)[^)]{0,20}\)|(?<!\p{L})(?:pictured|file photo|poses?|shakes? hands|shaking hands|attends?|walks? (?:past|through|by|in|along)|looks? on|stands? (?:in|at|on|near|next)|seen (?:in|at|on|here|during|from)|smiles?|gestures?|speaks? (?:to|at|during)|holds? (?:a|up|his|her|hands)|marche? in|march in|arrives? (?:at|in)|waves?|sits? (?:in|at|on|next)|carry|carries|wears?|watch(?:es)?)(?!\p{L})/iu;

const CREDIT_ALONE = new RegExp(
  `^[(\\[]?(?:${LABEL}\\s*(?:[:：,©/=|]|by|von|de|di)\\s*.{2,70}|(?:[\\p{Lu}][\\p{L}.'’-]+\\s){0,3}(?:for |via |/|\\|)?\\s?${AGENCY}(?:\\s?(?:[/,|-]|via|\\s)\\s?[\\p{L}][\\p{L}.'’ -]{0,40})?|(?:photo|picture|image)s? courtesy.{2,60}|courtesy (?:of|photo).{0,60}|©\\s?(?:${AGENCY}|[\\p{Lu}][\\p{L}'’-]+ [\\p{Lu}][\\p{L}'’-]+)(?:\\s?[/|,]\\s?.{2,40})?)[)\\]]?\\.?$`,
  'u',
);
const CREDIT_LABEL_ALONE = new RegExp(
  `^[(\\[]?${LABEL}\\s*(?:[:：,©/=|]|\\bby\\b|\\bvon\\b)\\s*.{2,60}$`,
  'iu',
);

/** Reads a line for the marks of a caption or of a photographer's credit; a line of more than some 480 letters has none. */
export function captionSignOf(text: string): CaptionSign {
  const weight = weightOf(text);
  if (weight > HEAVIEST || /^["“„«]/u.test(text)) return null;
  if (weight <= 90 && wordCountOf(text) <= 9 && (CREDIT_ALONE.test(text) || CREDIT_LABEL_ALONE.test(text)))
    return 'credit';
  return RULES.find((rule) => rule.pattern.test(text))?.sign ?? null;
}

/** Whether a line speaks as one does of a picture: "(left)", "shakes hands with". */
export const pointsIntoPicture = (text: string): boolean => POINTS_INTO_PICTURE.test(text);
