/** Common given names, in lower case without accents; those that are also months or common words are not here. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
	`aaron abdul abigail adam ahmed aisha alan albert alejandra alejandro alex alexander alexandra alexis alice alicia
	ali alma amanda amber amina amy ana andrea andres andrew angel angela angelica ann anna anne anthony antonio
	ashley barbara beatriz benjamin bernard beth betty beverly bob bobby brandon brenda brian bruce bryan carla carlos
	carmen carol carolyn catherine cecilia charles charlotte cheryl chris christian christina christine christopher
	claudia cristina cynthia daniel daniela danielle david deborah debra denise dennis diana diane diego dmitri donald
	donna dorothy douglas dylan edgar eduardo edward elena elizabeth ella emily emma enrique eric erika esther ethan
	eugene eva evelyn fatima felipe fernando frances francesca francis francisco frank gabriel gabriela gary george
	gerald gladys gloria grace gregory guadalupe hannah harold hassan heather helen henry hiroshi hugo ibrahim irene
	isabel isabella ivan jack jacob jacqueline james jamal jane janet janice jason javier jean jeffrey jennifer jeremy
	jerry jesse jessica jesus jim jimmy joan joe john johnny jonathan jorge jose joseph joshua joyce juan juana judith
	judy julia julian julie julio justin karen karl katherine kathleen kathryn kayla keith kelly kenneth kevin kim
	kimberly kyle larry laura lauren lawrence leah leonardo leticia li lidia linda lisa logan lori louis lucas lucia
	luis luisa lupe madison manuel marco margaret maria mariana marie marilyn mario marisol marta martha martin mary
	matthew megan mei melissa mercedes michael michelle miguel mohamed mohammad mohammed monica muhammad nancy natalia
	natalie natasha nathan nicholas nicole noah nora norma nguyen oleg olga oliver olivia omar oscar pablo pamela
	patricia patrick paul paula paulo pedro peter philip priya rachel rafael ralph ramon randy raul raymond rebecca
	ricardo richard robert roberta roberto rodrigo roger ronald rosa rosario roy russell ruth ryan samantha samuel sandra
	santiago sara sarah scott sean sergei sergio sharon shirley silvia sofia sonia sophia stephanie stephen steven
	susan svetlana sylvia tamara tatiana teresa terry theresa thomas timothy tina tyler valentina vanessa veronica
	vicente victor victoria vincent vladimir walter wayne wei wendy william xavier yolanda yuki yusuf zachary`.split(
		/\s+/
	)
);
