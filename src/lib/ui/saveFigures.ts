import type { ChartView } from '../charts/types.ts';
import type { CubeAnswer } from '../cube/types.ts';
import { m } from '../words/index.ts';
import { save } from './save.ts';

/**
 * Saves the figures that a chart shows as CSV. What writes it is loaded when it is asked for.
 * @returns what the reader must be told, `''` where the file was made
 */
export async function saveFigures(view: ChartView, answer: CubeAnswer, name: string): Promise<string> {
	try {
		const { chartCsv } = await import('../outputs/chartFile.ts');
		save(new Blob([chartCsv(view, answer)], { type: 'text/csv;charset=utf-8' }), name);
		return '';
	} catch (error) {
		return m.ui_save_failed({ message: error instanceof Error ? error.message : String(error) });
	}
}
