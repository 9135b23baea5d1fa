/**
 * Countries as the news names them: the name that stands for the country, then its people and language, then its
 * capital or seat of government, which a report puts for the government itself. Only what is unmistakable: no
 * "Georgia", whose people and capital are also an American state's.
 */
const COUNTRIES = `
united states | american americans | washington
united kingdom | british briton britons | london
russia | russian russians | moscow kremlin
ukraine | ukrainian ukrainians | kyiv kiev
china | chinese | beijing
japan | japanese | tokyo
north korea | | pyongyang
south korea | | seoul
france | french | paris
germany | german germans | berlin
italy | italian italians | rome
spain | spanish spaniards | madrid
poland | polish poles | warsaw
turkey | turkish turks | ankara
iran | iranian iranians | tehran
iraq | iraqi iraqis | baghdad
israel | israeli israelis | jerusalem
egypt | egyptian egyptians | cairo
syria | syrian syrians | damascus
afghanistan | afghan afghans | kabul
pakistan | pakistani pakistanis | islamabad
india | indian indians | delhi
brazil | brazilian brazilians | brasilia
mexico | mexican mexicans |
canada | canadian canadians | ottawa
australia | australian australians | canberra
sweden | swedish swedes | stockholm
norway | norwegian norwegians | oslo
finland | finnish finns | helsinki
denmark | danish danes | copenhagen
netherlands | dutch | hague
belgium | belgian belgians |
austria | austrian austrians | vienna
switzerland | swiss | bern
greece | greek greeks | athens
hungary | hungarian hungarians | budapest
romania | romanian romanians | bucharest
serbia | serbian serbs serbians | belgrade
belarus | belarusian belarusians | minsk
vietnam | vietnamese | hanoi
thailand | thai thais | bangkok
indonesia | indonesian indonesians | jakarta
philippines | filipino filipinos philippine | manila
taiwan | taiwanese | taipei
saudi arabia | saudi saudis | riyadh
yemen | yemeni yemenis | sanaa
lebanon | lebanese | beirut
libya | libyan libyans | tripoli
sudan | sudanese | khartoum
ethiopia | ethiopian ethiopians |
kenya | kenyan kenyans | nairobi
nigeria | nigerian nigerians | abuja
south africa | | pretoria
venezuela | venezuelan venezuelans | caracas
colombia | colombian colombians | bogota
argentina | argentine argentines argentinian |
cuba | cuban cubans | havana
`;

/** Lower-case words that name a country by its people or its capital, and the country's own name. */
export const COUNTRY_OF: ReadonlyMap<string, string> = new Map(
  COUNTRIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [country, ...others] = line.split('|').map((part) => part.trim());
      return others
        .flatMap((words) => words.split(' '))
        .filter(Boolean)
        .map((word) => [word, country!] as const);
    }),
);
