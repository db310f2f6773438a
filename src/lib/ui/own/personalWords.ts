import type { PersonalKind } from '../../package/own/index.ts';
import { m } from '../../words/index.ts';

/** What a column may hold of people, after its name. */
export const PERSONAL: Record<PersonalKind, () => string> = {
	name: m.own_personal_name,
	phone: m.own_personal_phone,
	email: m.own_personal_email,
	address: m.own_personal_address,
	birth: m.own_personal_birth,
	id: m.own_personal_id,
	position: m.own_personal_position,
	device: m.own_personal_device,
	'contact-in-text': m.own_personal_contact_in_text
};
