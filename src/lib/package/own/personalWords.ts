import { wordsOf } from './names.ts';
import type { PersonalKind } from './types.ts';

export const PERSON =
	/^(?:person|caller|client|victim|survivor|patient|contact|child|minor|mother|father|parent|spouse|wife|husband|sibling|relative|guardian|employee|staff|worker|advocate|user|member|customer|respondent|participant|applicant|suspect|trafficker|perpetrator|offender|witness|friend|reporter|tipster|cliente|paciente|victima|sobreviviente|persona|menor|nino|nina|madre|padre|hijo|hija|conyuge|esposo|esposa|familiar|tutor|tutora|empleado|empleada|usuario|usuaria|solicitante|denunciante|testigo|sospechoso|sospechosa|tratante|agresor|agresora|llamante|consultante|beneficiario|beneficiaria|denunciado|denunciada|afectado|afectada|opfer|klient)$/;
const NAME_PART =
	/^(?:first|last|given|family|middle|full|maiden|sur|fore|nick|legal|preferred|primer|segundo|completo|pila)$/;
const NAMES =
	/^(?:surname|lastname|firstname|fullname|forename|forenames|nickname|middlename|initials|fname|lname|apellido|apellidos|apodo|iniciales|vorname|nachname|prenom)$/;
export const NAME = /^(?:name|names|nombre|nombres|nom)$/;
export const PHONE =
	/^(?:phone|phones|tel|telephone|mobile|cell|cellphone|fax|telefono|celular|movil|whatsapp|callback|telefon|handy)$/;
export const ADDRESS =
	/^(?:address|addresses|addr|street|domicilio|direccion|calle|adresse|strasse|residence)$/;
export const NO_ADDRESS = /^(?:ip|web|url|mac|email|mail|site|internet|link|homepage|correo|electronica)$/;
export const BORN = /^(?:dob|birthdate|birthday|dateofbirth|yob|fechanacimiento|fechanac|geburtsdatum)$/;
export const BIRTH = /^(?:birth|born|nacimiento|nac|nacido|nacida|geburt|naissance)$/;
export const DAY = /^(?:date|day|year|fecha|fec|ano|mes|dia|datum|dt|month|on)$/;
export const NUMBER =
	/^(?:id|ids|no|number|num|numero|nr|uuid|guid|key|ref|identifier|code|nro|identificador|identificacion|clave)$/;
export const SECRET =
	/^(?:ssn|passport|pasaporte|cedula|mrn|alien|curp|rfc|nss|dni|nhs|medicaid|medicare|anumber|cuit|cuil|nie|nif)$/;
export const CASES =
	/^(?:case|record|call|ticket|incident|report|file|intake|tip|caso|llamada|expediente|folio|reporte|denuncia)$/;
export const POSITION =
	/^(?:lat|latitude|lon|lng|long|longitude|gps|coordinates|latitud|longitud|coordenadas)$/;
const EMAIL = /^(?:email|emails|mail|correo|correos)$/;
const DEVICE = /^(?:ip|imei)$/;
/** Numbers of one case or person for sure; others, such as `case number`, may count as well. */
const SURE_NUMBER = /^(?:id|ids|uuid|guid|identifier|identificador)$/;
const ID_ALONE = /^(?:id|uuid|guid|folio|expediente|identificador|identificacion)$/;
/** Words of columns that sort cases, and number none. */
const SORTS =
	/^(?:type|types|kind|category|status|group|reason|source|tipo|tipos|clase|categoria|estado|grupo|motivo|fuente)$/;

/** Whether one of some words is of a kind. */
export const has = (words: string[], pattern: RegExp) => words.some((word) => pattern.test(word));

/** Whether the name of a column says what a person is called. */
export function namesPerson(words: string[]): boolean {
	if (has(words, NAMES)) return true;
	return has(words, NAME) && (has(words, NAME_PART) || has(words, PERSON));
}

/** What the name of a column says of persons. */
export interface PersonalHeading {
	kind: PersonalKind;
	/** Whether it says so whatever the cells are; else numbers may be counts, and names those of places. */
	isSure: boolean;
}

function numbersOne(words: string[]): PersonalHeading | undefined {
	const [only = '', ...more] = words;
	const isSecret = more.length === 0 || has(words, NUMBER) || has(words, PERSON);
	if (has(words, SECRET) && isSecret) return { kind: 'id', isSure: true };
	if (more.length === 0 && ID_ALONE.test(only)) return { kind: 'id', isSure: SURE_NUMBER.test(only) };
	const isOfOne = has(words, PERSON) || has(words, CASES);
	if (!isOfOne || words.includes('of') || has(words, SORTS)) return undefined;
	if (has(words, SURE_NUMBER)) return { kind: 'id', isSure: true };
	return has(words, NUMBER) || words[0] === 'n' ? { kind: 'id', isSure: false } : undefined;
}

/** What the name of a column says of persons, if anything, in English or Spanish. */
export function personalHeading(original: string): PersonalHeading | undefined {
	const words = wordsOf(original);
	if (has(words, BORN) || (has(words, BIRTH) && has(words, DAY))) return { kind: 'birth', isSure: true };
	const number = numbersOne(words);
	if (number) return number;
	if (namesPerson(words)) return { kind: 'name', isSure: true };
	if (words.length === 1 && has(words, NAME)) return { kind: 'name', isSure: false };
	if (has(words, DEVICE)) return { kind: 'device', isSure: false };
	if (has(words, EMAIL)) return { kind: 'email', isSure: false };
	if (has(words, PHONE)) return { kind: 'phone', isSure: false };
	if (has(words, ADDRESS) && !has(words, NO_ADDRESS)) return { kind: 'address', isSure: false };
	if (has(words, POSITION) && !words.includes('long')) return { kind: 'position', isSure: false };
	return undefined;
}
