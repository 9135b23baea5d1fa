import type { PatternRule } from './boilerplate-phrases';

const OFFER =
  '(?:newsletters?|e-?mails?|alerts?|updates?|briefings?|inbox|free|account|access|channel|app\\b|podcast|digest|headlines|notifications|offers|whatsapp|telegram|today|now\\b|edition)';

/** Whole lines that are furniture of the page; read against the line without its bullet. All are anchored at its start. */
export const FURNITURE_PATTERNS: readonly PatternRule[] = [
  {
    why: 'the age of the article',
    pattern: /^this (?:article|story|page) is (?:more than|over|now) .{1,20} old\.?$/iu,
  },
  {
    why: 'the article is behind a wall',
    pattern:
      /^(?:this (?:is a |article is a |content is )?(?:subscriber|premium|member)s?[- ](?:only|exclusive)|il vous reste \d|dieser artikel ist (?:nur )?(?:für|exklusiv)|you have \d+ (?:free )?(?:articles?|stories) (?:left|remaining)|te quedan? \d+ artículos)(?!\p{L}).{0,120}$/iu,
  },
  {
    why: 'an offer of a newsletter',
    pattern:
      /^(?:free |our )?(?:daily|weekly|morning|evening|weekday|fortnightly|monthly) (?:[\p{L}-]+ ){0,3}(?:newsletter|briefing|e-?mail)$/iu,
  },
  {
    why: 'legal notices of the page',
    pattern:
      /^(?:privacy (?:notice|policy|statement)|terms (?:of (?:use|service)|and conditions)|disclaimer)\s*[:.].{0,400}$|^the .{2,40} (?:is|are) not responsible for the content of (?:external|other)\b.{0,80}$/iu,
  },
  {
    why: 'rules for comments',
    pattern:
      /^(?:comments?|please|we|they|all comments)\b.{0,240}\b(?:community (?:guidelines|standards|rules)|comment(?:s|ing)? (?:policy|guidelines|rules)|house rules|abusive or personal)\b.{0,120}$/iu,
  },
  {
    why: 'consent to a sign-up',
    pattern:
      /^\W{0,3}i (?:understand and agree|agree to (?:the|receive)|would like to receive|consent to)\b.{0,240}$/iu,
  },
  { why: 'a field for searching', pattern: /^search .{1,30}(?:…|\.\.\.)$/iu },
  {
    why: 'a slot of an advertisement',
    pattern:
      /^(?:[-–—*\s[(]*)(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|реклама|광고|広告)(?:[-–—*\s\])]*|\s*[-–—|:.].{0,60})$/iu,
  },
  {
    why: 'the article goes on after an advertisement',
    pattern: /^(?:the )?(?:story|article|text|post) continues (?:below|after)\b.{0,40}$/iu,
  },
  {
    why: 'reading time',
    pattern:
      /^(?:(?:estimated )?(?:read(?:ing)? time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|время чтения)\s*[:：]?\s*)?(?:about |ca\.? |environ )?\d{1,3}\s*[- ]?(?:min(?:ute)?s?\.?|minuten|minutos?|minuti|мин(?:\.|ут[ыа]?)?|분|分)\s*(?:read(?:ing)?(?: time)?|listen|watch|lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd|lästid|чтения)?\s*$/iu,
  },
  {
    why: 'reading time',
    pattern:
      /^(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|lästid|время чтения)\b.{0,30}$/iu,
  },
  {
    why: 'a player of sound or film',
    pattern: /^\d{1,2}:\d{2}(?::\d{2})?\s*[/|]\s*\d{1,2}:\d{2}(?::\d{2})?$|^0{1,2}:\d{2}$/u,
  },
  {
    why: 'a player of sound or film',
    pattern: /^(?:listen to|play) (?:this |the )?(?:article|story|audio|episode|podcast|video)\b.{0,60}$/iu,
  },
  {
    why: 'a count of readers',
    pattern:
      /^(?:\d[\d.,]*\s?[km]?\+?|no|one|zero)\s*(?:comments?|shares?|likes?|views?|reads?|replies|retweets?|followers|reactions?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|комментари(?:й|я|ев)|просмотр(?:ов|а)?|yorum|댓글|评论|コメント)\b.{0,20}$/iu,
  },
  {
    why: 'a count of readers',
    pattern:
      /^(?:comments?|shares?|views?|likes?|reads?|hits|조회수?|조회|댓글|kommentare?|commentaires?|comentarios?|commenti|просмотр(?:ы|ов)|комментари[ийев]+)\s*[:：(]?\s*\d[\d.,]*\s?[km]?\)?$/iu,
  },
  {
    why: 'a place in a gallery',
    pattern:
      /^(?:(?:image|photo|picture|slide|bild|foto|imagen|immagine|фото)\s*)?\d{1,3}\s*(?:\/|of|von|sur|de|di|из)\s*\d{1,3}$/iu,
  },
  {
    why: 'a pager',
    pattern:
      /^(?:page|seite|página|pagina|страница|페이지)\s*\d{1,3}(?:\s*(?:\/|of|von|sur|de|di|из)\s*\d{1,3})?$/iu,
  },
  {
    why: 'a pager',
    pattern: /^(?:(?:«|‹|<|first|prev(?:ious)?|back|\d{1,3}|\.\.\.|…|next|last|»|›|>)[\s|·•]*){3,}$/iu,
  },
  { why: 'a pager', pattern: /^[‹<←]\s?\S.{0,120}$|^.{1,100}\s[→›]$/u },
  {
    why: 'a pager',
    pattern: /^(?:next|previous|prev)(?: (?:article|story|post|page))?\s*[:：»›>→«‹<←-].{0,140}$/iu,
  },
  { why: 'one step of a menu of font sizes', pattern: /^[+-]\s?\d{1,2}$|^a[+-]{1,2}$|^a a a$/iu },
  {
    why: 'notice of copyright',
    pattern:
      /^(?:copyright\s*(?:©|ⓒ|\(c\)|\d{4}|by\b|[:：|])|©|\(c\)\s*(?:\d{4}|copyright)|ⓒ|&copy;|저작권자).{0,300}$/iu,
  },
  {
    why: 'notice of copyright',
    pattern:
      /^.{0,200}(?:\ball rights? reserved\b|©\s*\d{4}|copyright ©|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|무단 ?전재|재배포 금지|無断転載).{0,160}$/iu,
  },
  {
    why: 'licence and legal seat',
    pattern:
      /^(?:reproduction|republication|redistribution|unauthori[sz]ed (?:use|reproduction)|no part of this|this material may not be|registered (?:in england|office|company)|reprinted with permission|published by arrangement)\b.{0,160}\b(?:prohibited|permission|forbidden|consent|arrangement|number|\d{5,})\b.{0,120}$/iu,
  },
  {
    why: 'cookies and consent',
    pattern:
      /^(?:(?:we|this (?:web)?site|our (?:web)?site) (?:and our (?:\d+ )?partners )?uses? (?:cookies|technologies such as cookies)|[^“”"]{2,40} (?:and (?:its|our) (?:\d+ )?partners )?uses? cookies (?:and similar technologies )?to (?:give|improve|provide|ensure|personali[sz]e|enhance|offer|deliver|make|store|analy[sz]e) (?:you|your|the best|our|content|information)|(?:we|by) us(?:e|ing) (?:cookies|this (?:web)?site)|by (?:clicking|continuing|using|signing|subscribing|registering|submitting|entering|providing)\b.{0,120}\byou\b.{0,80}(?:agree|accept|consent|privacy|terms|cookies)|we (?:value|care about|respect) your privacy|your privacy (?:is important|matters)|cookies help us|we and our (?:\d+ )?partners|(?:you can )?(?:manage|change) your (?:cookie )?(?:preferences|settings|consent))\b.{0,400}$/iu,
  },
  {
    why: 'cookies and consent',
    pattern:
      /^(?:diese (?:web)?seite (?:verwendet|nutzt|benutzt)|wir (?:verwenden|nutzen|benutzen)|nous utilisons|ce site utilise|utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|este site (?:utiliza|usa)|questo sito (?:utilizza|usa)|utilizziamo|deze (?:web)?site (?:gebruikt|maakt gebruik van)|wij gebruiken|we gebruiken|vi använder|vi bruger|vi bruker|ta strona (?:używa|korzysta)|мы используем|сайт использует|bu (?:web )?site(?:si|miz|de)?|situs ini menggunakan)\b.{0,80}(?:cookies?|çerez|ciasteczek|informasjonskapsler).{0,300}$/iu,
  },
  {
    why: 'cookies and consent',
    pattern: /^(?:мы|этот сайт|наш сайт|сайт) использу(?:ем|ет) (?:файлы )?(?:cookie|куки).{0,300}$/iu,
  },
  {
    why: 'a newsletter or a subscription is offered',
    pattern: new RegExp(
      `^(?:please )?(?:sign up|signup|subscribe|register|log in|sign in|join)\\b.{0,160}\\b${OFFER}.{0,120}$`,
      'iu',
    ),
  },
  {
    why: 'a newsletter or a subscription is offered',
    pattern:
      /^(?:please )?(?:subscribe|sign up|log in|sign in) (?:to|for|with|here|or|and|now|today)\b.{0,120}$/iu,
  },
  {
    why: 'a newsletter or a subscription is offered',
    pattern:
      /^(?:get|receive|don['’]t miss|never miss|stay)\b.{0,120}\b(?:newsletters?|inbox|daily briefing|your (?:e-?mail|phone)|straight to you|up to date|free app|latest news|push notifications)\b.{0,120}$/iu,
  },
  {
    why: 'a newsletter or a subscription is offered',
    pattern:
      /^(?:already (?:a |have )|not (?:a subscriber|registered)|this (?:article|content|story) is (?:for|only (?:available )?(?:for|to)|reserved for|exclusive to) (?:our )?(?:subscribers|members|registered)|you(?:['’]ve| have) (?:reached|read|used)\b.{0,40}\b(?:articles?|limit)|to continue reading|to read the (?:full|rest)|unlock (?:this|full|unlimited)|enjoy (?:unlimited|full) access|unlimited (?:digital )?access|start your (?:free )?trial|support (?:our|independent|quality) (?:journalism|work|newsroom)|help (?:us|support)\b.{0,60}\bjournalism|become a (?:member|subscriber|supporter|patron)|enter your e-?mail|thanks? (?:you )?for (?:signing up|subscribing|registering|reading))\b.{0,200}$/iu,
  },
  {
    why: 'a newsletter or a subscription is offered',
    pattern:
      /^(?:abonnieren sie|melden sie sich|jetzt (?:anmelden|abonnieren|testen|lesen)|bestellen sie|registrieren sie sich|abonnez-vous|inscrivez-vous|recevez|suscríbete|suscríbase|suscribite|regístrate|recibe|reciba|assine|inscreva-se|cadastre-se|receba|iscriviti|abbonati|ricevi|schrijf je in|meld je aan|ontvang|prenumerera|anmäl dig|zapisz się|подпишитесь|подписывайтесь|abone olun)(?![\p{L}]).{0,120}(?:newsletter|nieuwsbrief|nyhetsbrev|infolettre|lettre d|bolet[ií]n?|e-?mail|mail\b|correo|kostenlos|gratis|gratuit|\babo\b|whatsapp|telegram|канал|рассылк|alert|push|premium|notifica|posta|\bapp\b|bülten).{0,160}$/iu,
  },
  {
    why: 'the outlet asks to be followed',
    pattern:
      /^(?:follow|like|find|join|connect with|add|watch) (?:us|the .{2,40}|.{2,40}['’]s? .{2,30}|.{2,40})\s+(?:on|via|at|in) (?:our )?(?:facebook|twitter|x\b|instagram|whatsapp|linkedin|youtube|telegram|tiktok|google|social media|apple|spotify|threads|bluesky|signal).{0,120}$/iu,
  },
  {
    why: 'the outlet asks to be followed',
    pattern:
      /^(?:folgen sie|suivez|síguenos|siga|siga-nos|seguici|segui|volg|följ|følg|obserwuj|подписывайтесь на|следите за|bizi|ikuti)\b.{0,100}(?:facebook|twitter|instagram|whatsapp|telegram|youtube|google|social|\bX\b).{0,80}$/iu,
  },
  { why: 'the outlet asks to be followed', pattern: /^follow us\b.{0,120}$/iu },
  { why: 'an app is offered', pattern: /^(?:download|get|install) (?:the|our) .{0,40}\bapp\b.{0,120}$/iu },
  {
    why: 'an act is asked of the visitor',
    pattern: /^(?:click|tap|press|swipe|scroll) (?:here|on|to|below|through|the|down|for)\b.{0,160}$/iu,
  },
  {
    why: 'an act is asked of the visitor',
    pattern:
      /^(?:please )?(?:enable|turn on|allow) (?:javascript|cookies|notifications)\b.{0,160}$|^(?:javascript (?:is )?(?:disabled|required)|your browser (?:does not|doesn['’]t|is (?:out|not)))\b.{0,200}$|^(?:this video (?:is )?(?:can ?not|can['’]t|not|unavailable)|to (?:play|view|watch) this)\b.{0,160}$/iu,
  },
  {
    why: 'readers are asked for their opinion',
    pattern:
      /^(?:what do you think\?? (?:let us know|tell us|share|comment|have your)|let us know (?:what you think|in the comments|your)|share your (?:thoughts|views|story|opinion)|tell us what you think|do you have (?:a story|information|a tip|more information)|have you been affected|got a (?:story|tip|news tip)|comments? (?:are|is) (?:closed|moderated|subject)|be the first to (?:comment|react|share)|(?:log|sign) in to (?:comment|post|reply)|leave a (?:comment|reply))\b.{0,200}$/iu,
  },
  {
    why: 'a link to another article with its label',
    pattern:
      /^(?:read (?:more|also|next|now)|also read|see also|see more|related|related (?:article|story|news|video)s?|watch (?:more|also|now)|don['’]t miss|must read|up next|subscribe|tags?|topics?|filed under|keywords|categor(?:y|ies)|posted in|sign up|newsletter|lesen sie (?:auch|hier|mehr)|mehr zum thema|auch interessant|weiterlesen|schlagworte|themen|lire aussi|à lire aussi|à lire|lire (?:également|plus)|voir aussi|sur le même sujet|lea también|lee también|le puede interesar|te puede interesar|vea también|ver también|más información|en vídeo|leia também|leia mais|veja também|saiba mais|leggi anche|guarda anche|lees ook|lees meer|läs (?:också|även|mer)|les også|læs også|lue myös|czytaj (?:także|też|również)|zobacz (?:też|także)|čtěte také|olvassa el|citește și|читайте также|смотрите также|по теме|теги|читайте також|baca juga|lihat juga|ayrıca okuyun|ilgili haber|xem thêm|đọc thêm|관련기사|태그|関連記事|相关阅读|延伸閱讀|标签|اقرأ أيضا|اقرأ أيضاً|यह भी पढ़ें)\s*(?:[:：|»›>→]|\s[-–—]\s).{0,200}$/iu,
  },
  {
    why: 'a link to another article without its label',
    pattern:
      /^(?:read (?:more|the full (?:story|article|report|interview)|our (?:latest|full))|see more|see all|view all|view more|click for|continue reading|full coverage|explore more|all (?:stories|news|articles) (?:about|on|from|by)|top \d{1,3} (?:stories|news|articles|headlines)|(?:most|best) (?:read|viewed|shared|popular)\b)\b[^.!?,]{0,90}(?:…|\.{3})?$/iu,
  },
  { why: 'hash tags', pattern: /^(?:#[\p{L}\p{N}_]+[\s,·|]*)+$/u },
  { why: 'an address of a page', pattern: /^(?:https?:\/\/|www\.)\S+$/iu },
  {
    why: 'a button with its state',
    pattern:
      /^(?:open|close|show|hide|toggle|expand|collapse) (?:the )?(?:menu|navigation|search|caption|image|gallery|comments?|sharing|share|submenu|sidebar|player|modal|dialog|details|this)\b.{0,40}$/iu,
  },
  {
    why: 'a share button',
    pattern:
      /^(?:share|tweet|post|pin|send|copy|email|print) (?:this|it|article|story|page|link|on|to|via|with|by)\b(?: .{0,40})?(?: (?:article|story|page|post|link|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|e-?mail|clipboard|button|friend|friends|window))\)?$/iu,
  },
  {
    why: 'an editor can be reached for copies',
    pattern:
      /^(?:for (?:more|further) (?:news|stories|information|coverage|updates)\b.{0,80}(?:visit|click|follow|go to|subscribe|sign up|see)|visit (?:us|our (?:web)?site|https?:|www\.))\b.{0,160}$/iu,
  },
  {
    why: 'a link in the text of a page',
    pattern:
      /^(?:image|photo|picture|video|graphic|chart|map) ?(?:gallery|slideshow|carousel|placeholder|unavailable|not found|loading)?$/iu,
  },
];

/** Lines that announce a list of other articles, in more forms than fixed phrases. */
export const ANNOUNCING_PATTERNS: readonly PatternRule[] = [
  {
    why: 'sponsored links follow',
    pattern:
      /^(?:content|paid content|paid post|sponsored|presented|brought to you|promoted) by [^.!?]{2,50}$/iu,
  },
  {
    why: 'other articles follow',
    pattern: /^(?:related|external|useful|related internet) (?:links|sites|topics|tags)$/iu,
  },
  {
    why: 'other articles follow',
    pattern:
      /^(?:top|latest|today['’]s|this week['’]s|our|the|your) (?:\d{1,3} )?(?:top |best |most (?:read|popular|viewed) |latest |related )?(?:stories|headlines|picks|reads|articles)(?: (?:today|this week|now|in .{2,30}|from .{2,30}))?$/iu,
  },
  {
    why: 'other articles follow',
    pattern:
      /^(?:most (?:read|popular|viewed|shared|watched)|trending|popular|recommended|related) (?:in|on|this|now|today|right|for|from|stories|articles|to) ?[^.!?]{0,50}$/iu,
  },
];

/**
 * Lines that link to another article, or are the article's own headline with its rubric before it: furniture
 * unless they are chosen as the headline, and body where they end like a sentence.
 */
export const WEAK_LINK_PATTERNS: readonly PatternRule[] = [
  {
    why: 'a rubric and the title of another article',
    pattern:
      /^(?:read|more|watch|watch live|listen|video|podcast|gallery|in pictures|recommended|next|opinion|explainer|analysis|explained|breaking|live|live updates|live blog|in depth|leggi|photos)\s*(?:[:：|»›→]|\s[-–—]\s).{0,200}$/iu,
  },
  {
    why: 'a link to more of the same',
    pattern:
      /^(?:more (?:from|on|about|by|stories)|latest (?:from|on|in|about)) .{2,80}$|^more [\p{L}&' ]{2,30} (?:news|stories|headlines|coverage)$/iu,
  },
];
