/** A list written as running text: phrases between bars, so that a language stands on a few lines. */
const listed = (phrases: string): string[] =>
  phrases.split('|').map((phrase) => phrase.replace(/\s+/gu, ' ').trim());

/** Phrases that have one reason to stand on a page. All of them in the form of `phraseFormOf`. */
export interface PhraseGroup {
  why: string;
  phrases: readonly string[];
}
/** A form of whole lines that has one reason to stand on a page. */
export interface PatternRule {
  why: string;
  pattern: RegExp;
}

/** Lines that are furniture of the page wherever they stand. */
export const FURNITURE_PHRASES: readonly PhraseGroup[] = [
  {
    why: 'an advertisement announces itself',
    phrases: listed(`
      advertisement | advertisements | advertising | advert | sponsored | sponsored content |
      paid content | promoted | promoted content | paid post |
      advertisement continue reading the main story | skip ad | skip advertisement |
      story continues below | story continues below advertisement | ad feedback |
      article continues below | article continues after ad | article continues after advertisement |
      continue reading | continue reading below | continue reading the main story | remove ads |
      report this ad | skip past newsletter promotion | after newsletter promotion | skip newsletter promotion | anzeige | werbung | weiter nach der anzeige | publicité |
      la suite après cette publicité | publicidad | publicidade | continua após a publicidade |
      pubblicità | advertentie | annons | annonse | annonce | mainos | reklama | reklam | реклама |
      hirdetés | publicitate | διαφήμιση | oglas | iklan | quảng cáo | 広告 | 광고 | 广告 | 廣告 | إعلان |
      إعلانات | פרסומת | विज्ञापन | โฆษณา | contenu sponsorisé
    `),
  },
  {
    why: 'readers are asked to pass the article on',
    phrases: listed(`
      share | tweet | share this | share this article | share this story | share this post |
      share this page | share article | share full article | share story | share on | share via |
      share with friends | sharing | link copied | link copied to clipboard | copy link | copy url |
      copy link to clipboard | copied to clipboard | email this article | email this story |
      email article | print this article | print article | print this page | print page |
      send to a friend | gift this article | gift article | give this article | save article |
      save for later | save this story | save story | save to read later | add to favorites |
      add bookmark | tweet this | pin it | artikel teilen | teilen | drucken | beitrag teilen |
      link kopieren | artikel merken | vorlesen | partager | partager l'article | partager cet article |
      partager sur | imprimer | envoyer par e-mail | copier le lien | offrir l'article | compartir |
      compartir en | compartir noticia | copiar enlace | compartilhar | compartilhe |
      compartilhe esta notícia | copiar link | condividi | condividi l'articolo | stampa | copia link |
      delen | deel dit artikel | dela | dela artikel | del artikel | del artiklen | jaa |
      jaa artikkeli | udostępnij | podziel się | sdílet | поделиться | скопировать ссылку | поділитися |
      paylaş | bagikan | シェア | シェアする | 공유 | 공유하기 | 기사 공유 | 링크 복사 | 프린트 | 인쇄 | 인쇄하기 | 分享 | 分享到 | 打印 |
      شارك | مشاركة | שתפו | शेयर करें | chia sẻ | แชร์
    `),
  },
  {
    why: 'buttons and notices of the page itself',
    phrases: listed(`
      back to top | go top | go to top | top of page | scroll to top | return to top | skip to content |
      skip to main content | skip to navigation | skip navigation | toggle navigation | toggle menu |
      open menu | close menu | main menu | show menu | hamburger menu | site map | sitemap | font-size |
      font size | text size | change font size | increase font size | decrease font size | larger text |
      smaller text | dark mode | light mode | night mode | reading mode | view in app | open in app |
      load more | show more | show less | view more | see more | view all | see all | please wait |
      show comments | hide comments | view comments | read comments | see comments | view all comments |
      leave a comment | post a comment | add a comment | write a comment | join the conversation |
      join the discussion | have your say | be the first to comment | leave a reply |
      log in to comment | sign in to comment | comments are closed | comments closed |
      comment on this story | report abuse | report a typo | report an error | report error |
      suggest a correction | send us a tip | got a tip | send feedback | was this article helpful |
      did you find this useful | listen to article | listen to this article | listen to this story |
      listen now | play audio | play video | watch video | watch now | watch live | audio player |
      video player | unmute | fullscreen | full screen | up next | now playing | autoplay |
      click to enlarge | enlarge image | enlarge | enlarge this image | view image | view full image |
      view gallery | open image in gallery | open gallery | photo gallery | image gallery | slideshow |
      show caption | hide caption | toggle caption | view photos | next image | previous image |
      next photo | previous photo | next slide | previous slide | next article | previous article |
      next story | previous story | next post | previous post | next page | previous page |
      older posts | newer posts | first page | last page | print this | print subscriptions |
      accessibility help | accessibility links | google translate | select language | choose language |
      add as preferred source | add us on google | unfollow | kommentieren | kommentare |
      kommentar schreiben | kommentare anzeigen | zum seitenanfang | nach oben | seite drucken |
      zur startseite | zum inhalt springen | artikel anhören | schriftgröße | bild vergrößern |
      écouter l'article | écouter | lire plus tard | réagir | commentaires | haut de page |
      retour en haut | aller au contenu | taille du texte | voir plus | lecture de l'article |
      escuchar | escuchar artículo | escuchar la noticia | comentar | comentarios | ver comentarios |
      volver arriba | ir al contenido | ver más | cargar más | tamaño de letra | añadir comentario |
      ouvir | ouça este conteúdo | ouvir notícia | comentários | deixe seu comentário | voltar ao topo |
      ver mais | carregar mais | ascolta | ascolta l'articolo | commenti | commenta | torna all'inizio |
      torna su | vai al contenuto | reacties | reageer | terug naar boven | naar boven | luister |
      lyssna | kommentarer | till toppen | skriv ut | komentarze | skomentuj | комментарии |
      комментировать | слушать | наверх | yorumlar | yorum yap | komentar | 글자크기 | 글자 크기 | 글자크기 설정 |
      글씨크기 | 댓글 | 댓글쓰기 | 댓글 쓰기 | 기사 듣기 | 맨위로 | 닫기 | 목록 | 본문 바로가기 | 音声で聞く | コメント | コメントする | ページトップへ |
      文字サイズ | 閉じる | 评论 | 返回顶部 | 字号 | 字体 | 收藏 | 關閉 | 关闭 | تعليقات | حجم الخط
    `),
  },
  {
    why: 'the reader is asked to sign up, sign in or pay',
    phrases: listed(`
      login | logout | signin | signup | subscriber-only | subscribers only | for subscribers | premium article | to enjoy additional benefits | article réservé aux abonnés | réservé aux abonnés | ajouter à vos sélections | contenu réservé aux abonnés | contenido exclusivo | exclusivo para suscriptores | exclusivo para assinantes | riservato agli abbonati | nur für abonnenten | alleen voor abonnees | sign up | sign up now | sign up here | sign up for free |
      sign up free | sign in | sign in now | log in | log in now | log out | my account | your account |
      create account | create an account | create a free account | register now | register for free |
      subscribe | subscribe now | subscribe today | subscribe here | subscribe for free |
      subscribe to continue reading | already a subscriber | already a member | not a subscriber |
      become a member | become a subscriber | join now | start your free trial | try for free |
      manage account | manage subscription | donate now | support us | make a donation |
      support our journalism | newsletter | newsletters | newsletter sign-up | newsletter signup |
      newsletter sign up | email address | your email address | your email | enter your email |
      enter your email address | get the app | download the app | download our app | follow us |
      follow us on | connect with us | stay connected | find us on | follow this topic | follow topic |
      get alerts | turn on notifications | enable notifications | get our newsletter |
      get our newsletters | anmelden | abmelden | einloggen | registrieren | jetzt anmelden |
      jetzt abonnieren | abonnieren | newsletter abonnieren | jetzt registrieren | folgen sie uns |
      folgen sie uns auf | jetzt testen | zum abo | s'abonner | abonnez-vous | je m'abonne |
      se connecter | connexion | s'inscrire | inscription | suivez-nous | suivez-nous sur |
      déjà abonné | mon compte | suscríbete | suscribirse | suscríbase | iniciar sesión | regístrate |
      registrarse | síguenos | síguenos en | boletín | boletines | assine | assine já | assine agora |
      cadastre-se | siga-nos | siga-nos nas redes sociais | inscreva-se | abbonati | accedi |
      registrati | iscriviti | seguici | seguici su | abonneer | inloggen | aanmelden | volg ons |
      prenumerera | logga in | följ oss | følg oss | abonner | tilaa | kirjaudu | zaloguj się |
      zaloguj | subskrybuj | obserwuj nas | подписаться | подписывайтесь | подпишитесь | войти |
      регистрация | підписатися | abone ol | giriş yap | bizi takip edin | berlangganan | ikuti kami |
      구독 | 구독하기 | 로그인 | 회원가입 | ログイン | 会員登録 | 登录 | 注册 | 訂閱 | 订阅 | 登入 | تسجيل الدخول | اشترك | تابعنا |
      đăng nhập | đăng ký
    `),
  },
  {
    why: 'consent banners and legal links',
    phrases: listed(`
      accept all | accept cookies | accept all cookies | accept and continue | accept & continue |
      i accept | i agree | agree and continue | reject all | reject all cookies | allow all |
      allow cookies | manage cookies | manage preferences | manage settings | manage options |
      manage consent | cookie settings | cookie preferences | cookie policy | cookies policy |
      cookie notice | more options | got it | dismiss | no thanks | not now | maybe later |
      privacy policy | privacy notice | privacy settings | your privacy choices | your privacy |
      do not sell my personal information | do not sell or share my personal information |
      terms of service | terms of use | terms and conditions | terms & conditions | contact us |
      about us | advertise with us | work with us | help center | help centre | all rights reserved |
      legal notice | editorial standards | our standards | ad choices | adchoices | alle akzeptieren |
      akzeptieren | alle cookies akzeptieren | alle ablehnen | cookie-einstellungen | impressum |
      datenschutz | datenschutzerklärung | agb | tout accepter | accepter | accepter et continuer |
      accepter & continuer | tout refuser | continuer sans accepter | paramétrer | gérer les cookies |
      mentions légales | politique de confidentialité | cgu | cgv | nous contacter | contactez-nous |
      aceptar | aceptar todo | aceptar cookies | aceptar todas | rechazar todo |
      política de privacidad | política de cookies | aviso legal | quiénes somos | aceitar |
      aceitar todos | rejeitar | política de privacidade | termos de uso | fale conosco | accetta |
      accetta tutto | accetta tutti | rifiuta | rifiuta tutto | informativa sulla privacy |
      note legali | accepteren | alles accepteren | weigeren | privacybeleid | godkänn | godkänn alla |
      acceptera | akceptuję | polityka prywatności | regulamin | принять | политика конфиденциальности |
      kabul et | gizlilik politikası | çerez politikası | 개인정보처리방침 | 이용약관 | 청소년보호정책 | 기사제보 |
      プライバシーポリシー | 利用規約 | 隐私政策 | 关于我们 | 联系我们 | سياسة الخصوصية | اتصل بنا | من نحن
    `),
  },
];

/** Lines that announce a list of links to other articles or tags: the furniture goes on below them. */
export const ANNOUNCING_PHRASES: readonly PhraseGroup[] = [
  {
    why: 'other articles follow',
    phrases: listed(`
      related | related article | related articles | related story | related stories | related news |
      related content | related posts | related links | related coverage | related reading |
      related video | related videos | related topics | read more | read more stories | more stories |
      more news | more coverage | more reading | more articles | more on this | more on this story |
      more on this topic | more like this | more to read | see also | also read | read also |
      read next | what to read next | up next in news | keep reading | people are also reading | others are reading | readers also liked | also in the news | further reading |
      you may also like | you might also like | you may like | you may be interested in |
      you might be interested in | you might have missed | recommended | recommended for you |
      recommended stories | recommended articles | recommended reading | editor's pick |
      editor's picks | editors' picks | editor's choice | top stories | top headlines | top news |
      other stories | other news | most read | most popular | most viewed | most shared |
      most commented | most watched | most recent | popular | popular stories | popular now |
      popular articles | latest | latest news | latest headlines | latest stories | latest articles |
      latest videos | recent stories | recent posts | recent articles | recent news | trending |
      trending now | trending stories | trending topics | trending news | breaking news | don't miss |
      dont miss | in case you missed it | in other news | elsewhere on the web | from our partners |
      around the web | from the web | sponsored links | sponsored stories | promoted stories |
      today's top stories | what's new | hot topics | hot news | must read | must reads |
      best of the web | more videos | in pictures | watch more | similar articles | similar stories |
      discover more | explore more | news in brief | on this topic | mehr zum thema | zum thema |
      lesen sie auch | lesen sie mehr | lesen sie mehr zum thema | mehr lesen | weiterlesen |
      weitere artikel | weitere themen | weitere nachrichten | weitere meldungen | meistgelesen |
      meistgelesene artikel | das könnte sie auch interessieren | das könnte sie interessieren |
      auch interessant | empfehlungen | neueste artikel | verwandte artikel | verwandte themen |
      aktuelle nachrichten | lire aussi | à lire aussi | à lire également | lire la suite |
      sur le même sujet | sur le même thème | articles liés | les plus lus | les articles les plus lus |
      articles similaires | à la une | à découvrir | nos articles | voir aussi | dernières nouvelles |
      vous aimerez aussi | plus d'articles | en direct | les dernières actualités | lea también |
      lee también | leer más | te puede interesar | le puede interesar | te recomendamos |
      noticias relacionadas | artículos relacionados | más noticias | más información | lo más leído |
      lo más visto | más leídas | más leídos | últimas noticias | ver también | además | relacionados |
      relacionadas | leia também | leia mais | veja também | saiba mais | mais lidas | mais lidos |
      notícias relacionadas | mais notícias | últimas notícias | matérias relacionadas | leggi anche |
      leggi tutto | per approfondire | articoli correlati | i più letti | più letti | ultime notizie |
      potrebbe interessarti | ti potrebbe interessare | notizie correlate | lees ook | lees meer |
      meest gelezen | gerelateerd | gerelateerde artikelen | läs mer | läs också | läs även |
      mest läst | les også | mest lest | læs også | mest læste | lue myös | luetuimmat | czytaj także |
      czytaj też | czytaj więcej | zobacz też | zobacz także | najczęściej czytane | čtěte také |
      olvassa el | citește și | читайте также | читать далее | смотрите также | по теме |
      материалы по теме | самое читаемое | популярное | главные новости | последние новости |
      читайте також | ilgili haberler | son haberler | en çok okunanlar | baca juga | berita terkait |
      terpopuler | artikel terkait | tin liên quan | xem thêm | đọc thêm | đọc nhiều | 관련기사 | 관련 기사 |
      관련뉴스 | 많이 본 뉴스 | 많이 본 기사 | 인기기사 | 최신기사 | 주요뉴스 | 関連記事 | あわせて読みたい | おすすめ記事 | ランキング | 続きを読む | 人気記事 |
      最新記事 | 相关阅读 | 相关新闻 | 相關新聞 | 延伸閱讀 | 延伸阅读 | 热门文章 | 最新消息 | 推荐阅读 | 阅读更多 | اقرأ أيضا | اقرأ أيضاً |
      اقرأ المزيد | الأكثر قراءة | مواضيع ذات صلة | أخبار ذات صلة | קראו גם | यह भी पढ़ें | और पढ़ें
    `),
  },
  {
    why: 'tags follow',
    phrases: listed(`
      tags | tag | topics | topic | keywords | filed under | in this article | in this story |
      categories | article topics | story tags | schlagworte | themen | stichwörter | sujets | thèmes |
      mots-clés | etiquetas | temas | palavras-chave | assuntos | argomenti | onderwerpen | ämnen |
      tagi | теги | метки | etiketler | topik | 태그 | 키워드 | タグ | 标签 | 標籤
    `),
  },
];

/** Words of menus that could also be a subheading or a word of the article: decided by their neighbours. */
export const MENU_WORDS: ReadonlySet<string> = new Set(
  listed(`
  home | published | updated | last updated | keyword | news | world | world news | us news | uk news | u.s | us | uk | africa | asia | americas |
  europe | middle east | asia pacific | latin america | international | national | nation | local |
  regional | politics | government | business | economy | economics | finance | markets | money |
  technology | tech | science | health | education | environment | climate | sport | sports | football |
  entertainment | arts | culture | lifestyle | life | life & style | style | fashion | food | travel |
  weather | opinion | opinions | editorial | editorials | analysis | comment | columnists | columns |
  letters | features | in depth | explainers | fact check | investigations | crime | courts |
  obituaries | jobs | cars | motoring | property | real estate | classifieds | puzzles | games |
  crosswords | crossword | horoscopes | video | videos | audio | podcast | podcasts | photos |
  pictures | live | tv | radio | magazine | books | music | film | movies | theatre | today | menu |
  search | close | open | more | settings | setting | x | print | email | e-mail | mail | save | reply |
  like | likes | comments | subscriptions | account | profile | facebook | twitter | instagram |
  whatsapp | linkedin | youtube | telegram | reddit | pinterest | tiktok | flipboard | messenger |
  threads | bluesky | mastodon | kakao | kakaotalk | kakao story | naver | daum | line | weibo |
  wechat | vk | odnoklassniki | snapchat | rss | link | url | sms | google news | google | apple news |
  next | prev | back | top | go | ok | yes | no | cancel | submit | send | skip | play | stop | about |
  contact | help | support | legal | shop | store | events | archive | archives | sections | edition |
  editions | e-paper | epaper | all | image | caption | advertiser | partners | brand studio |
  corrections | exclusive | breaking | letter | catch table | ablehnen | accept | advertise | agree |
  bookmark | careers | commenter | configurar | cookies | copied | daftar | decline | donate |
  einstellungen | entrar | faq | feedback | follow | following | gallery | imprint | kontakt | listen |
  loading | masuk | merken | mute | pause | previous | privacy | rechazar | refuser | register |
  reject | replay | terms | transcript | startseite | politik | wirtschaft | panorama | kultur |
  wissen | gesundheit | meinung | schlagzeilen | sport live | ausland | inland | suche | menü |
  schließen | mehr | accueil | politique | économie | monde | société | sciences | santé | rechercher |
  recherche | fermer | plus | inicio | política | economía | mundo | sociedad | deportes | cultura |
  opinión | buscar | cerrar | más | início | economia | esportes | opinião | fechar | mais | cronaca |
  politica | esteri | mondo | cerca | chiudi | altro | cultuur | economie | binnenland | buitenland |
  zoeken | sluiten | hem | nyheter | ekonomi | nöje | sök | stäng | wiadomości | polityka | gospodarka |
  szukaj | zamknij | главная | политика | экономика | общество | спорт | культура | мир | поиск | меню |
  закрыть | ещё | еще | anasayfa | gündem | dünya | spor | siyaset | beranda | berita | nasional |
  olahraga | 홈 | 정치 | 경제 | 사회 | 문화 | 스포츠 | 국제 | 연예 | 오피니언 | 전체메뉴 | 검색 | 메뉴 | 加 | ホーム | 政治 | 経済 | 社会 |
  国際 | スポーツ | 文化 | メニュー | 検索 | 首页 | 经济 | 国际 | 体育 | 财经 | 搜索 | 菜单 | الرئيسية | سياسة | اقتصاد | رياضة |
  ثقافة | بحث
`),
);

/** The words of bars of share buttons; a line of nothing else, with a network or an act among them, is one. */
export const SHARE_NETWORKS: ReadonlySet<string> = new Set(
  listed(`
  facebook | twitter | x | whatsapp | linkedin | reddit | pinterest | telegram | tumblr | messenger |
  threads | bluesky | mastodon | flipboard | instagram | youtube | tiktok | kakao | kakaotalk |
  kakaostory | naver | band | daum | weibo | wechat | line | xing | vk | viber | snapchat | email |
  e-mail | mail | sms | pocket | evernote | digg | google | rss | signal | skype | вконтакте |
  одноклассники | 페이스북 | 트위터 | 카카오톡 | 카카오스토리 | 네이버 | 밴드
`),
);
/** The words around the networks on such bars. */
export const SHARE_FILLERS: ReadonlySet<string> = new Set(
  listed(`
  share | shares | sharing | tweet | post | print | copy | link | url | save | send | pin | button |
  icon | logo | comment | comments | this | article | story | page | on | via | to | by | with | and |
  or | the | in | new | window | opens | click | us | like | app | messenger | plus | more | news |
  teilen | auf | per | drucken | artikel | twittern | mailen | kopieren | partager | sur | par |
  imprimer | envoyer | lien | copier | compartir | en | por | correo | enviar | imprimir | copiar |
  enlace | compartilhar | no | condividi | su | stampa | invia | delen | op | dela | på | del |
  udostępnij | na | поделиться | в | paylaş | bagikan | di | 공유 | 공유하기 | sns | sign | up | for | our |
  newsletter | newsletters | subscribe | channel | feed
`),
);
