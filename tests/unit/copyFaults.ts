/** The names of a law or a line may hold a word that this site does not use itself. */
const NAMED = '(?!\\s+(?:&|and|Act|Helpline|Bill|y|de\\s+\\d))';

/** Words that hurt, sensationalise or claim more than the figures can say, in every language of the site. */
const FORBIDDEN: RegExp[] = [
	/\bhot-?\s?spots?\b/i,
	/\bhubs?\b/i,
	/\bepicent(er|re)s?\b/i,
	/\bconfirmed\s+(victim|case|trafficking|situation)/i,
	/\bsex(ual)?\s+slaves?\b/i,
	/\bslaves\b/i,
	/\bmodern[- ]day slave/i,
	new RegExp(`\\bmodern\\s+slavery\\b${NAMED}`, 'i'),
	/\bprostitutes?\b/i,
	/\bchild\s+(prostitut|porn)/i,
	/\b(illegal\s+(alien|immigrant|migrant|worker)s?|illegals)\b/i,
	/\b(rescue[ds]?|rescuing|rescuers?)\b(?! (Group|Committee))/i,
	/\bepidemic\b/i,
	/\b(shocking|horrif\w*|harrowing|heinous|scourge|plague[ds]?|tragic|alarming)\b/i,
	/\b(skyrocket\w*|soar(s|ed|ing)?|exploding|surg(es?|ed|ing))\b/i,
	/\breal[- ]time\b/i,
	/\bclick here\b/i,
	/\bprostitut[ao]s?\b/i,
	/\b(prostituci[oó]n|pornograf[ií]a)\s+infantil/i,
	/\besclav[ao]s\b/i,
	new RegExp(`\\besclavitud\\s+moderna${NAMED}`, 'i'),
	/\brescat(es?|ar|ando|ad[ao]s?|aron|ó|istas?)(?![a-zñáéíóú])/i,
	/\b(focos?|puntos?|zonas?)\s+(rojos?|rojas?|calientes?|cr[ií]ticos?)\b/i,
	/\b(focos?|epicentros?)\s+de\s+(la\s+)?(trata|explotaci[oó]n)/i,
	/\b(v[ií]ctimas?|casos?|situaci[oó]n|situaciones)\s+confirmad[ao]s?\b/i,
	/\b(migrantes?|inmigrantes?|extranjer[ao]s?|trabajador(es|as?)?|personas?|los|las)\s+ilegal(es)?\b/i,
	/\b(epidemia|flagelo|espeluznante|escalofriante|estremecedor(a|es|as)?|alarmantes?|impactantes?|aberrantes?)\b/i,
	/\b(en\s+)?tiempo\s+real\b/i,
	/\bclic\s+aqu[ií]/i,
	// One spelling, that of the United States; names begin with capitals and keep theirs.
	/\b(recogni|organi|categori|summari|reali|speciali|minimi)s(e|ed|es|ing|ation|ations)\b/,
	/\b(colour|behaviour|favour|honour|neighbour|programme|cancelled|centred)\w*/,
	// Spanish tells "trata" and "tráfico ilícito de migrantes" apart.
	/\btr[aá]fico\s+(humano|de\s+(personas|seres\s+humanos))\b/i
];

/** Words that may stand only in a sentence that denies measuring. */
const DENIED_ONLY =
	/\b(prevalence|how (common|widespread)|extent of trafficking|prevalencia|(qué tan|cuán) (común|extendid[ao]))(?![a-zñáéíóú])/i;
const DENIAL = /\b(not|never|cannot|no|nor|neither|nunca|ni|tampoco|sin)\b|n['’]t\b/i;

/** What may not stand in a text: words, and sentences that claim to measure. */
export function faultsOf(text: string): string[] {
	const sentences = text.split(/(?<=[.!?:])\s+|\n{2,}/);
	return [
		...FORBIDDEN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
		...sentences.filter((sentence) => DENIED_ONLY.test(sentence) && !DENIAL.test(sentence))
	];
}
