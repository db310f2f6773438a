import type { EmbedFault } from '../outputs/embedOptions.ts';
import { m } from '../words/index.ts';

/** Why a part of the address was not followed, for the person who wrote it. */
export function faultWords({ name, value, why }: EmbedFault): string {
	switch (why) {
		case 'unknown-option':
			return m.embed_fault_option({ name });
		case 'unknown-value':
			return m.embed_fault_value({ name, value });
		case 'twice':
			return m.embed_fault_twice({ name });
		case 'turned-around':
			return m.embed_fault_turned({ value });
		case 'no-years':
			return m.embed_fault_years({ value });
		case 'nothing-left':
			return m.embed_fault_nothing({ name, value });
	}
}
