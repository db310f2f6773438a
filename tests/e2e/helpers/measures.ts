import type { Frame, Page } from '@playwright/test';

/** The faults of every chart on a page, one line each; all of them empty on a good page. */
export interface ChartFaults {
	/** Chart without svg, notes or table. */
	missing: string[];
	/** Labels below 12 px. */
	small: string[];
	/** Labels that leave the page or their chart. */
	cut: string[];
	/** Labels that lie on each other. */
	overlapping: string[];
}

/** Measures the labels of the charts as they are drawn now; folded tables are not looked into. */
export function chartFaults(page: Page | Frame): Promise<ChartFaults> {
	return page.evaluate(() => {
		const faults: ChartFaults = { missing: [], small: [], cut: [], overlapping: [] };
		const seen = (element: Element) => {
			const box = element.getBoundingClientRect();
			const style = getComputedStyle(element);
			return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && style.opacity !== '0';
		};
		for (const figure of document.querySelectorAll('figure[data-chart]')) {
			const id = figure.getAttribute('data-chart') ?? '';
			for (const part of ['svg', '[data-notes]', 'table', 'h1, h2, h3']) {
				if (!figure.querySelector(part)) faults.missing.push(`${id}: no ${part}`);
			}
			const frame = figure.getBoundingClientRect();
			for (const svg of figure.querySelectorAll('svg.panel')) {
				const labels = [...svg.querySelectorAll('text')].filter(
					(text) => seen(text) && text.textContent?.trim()
				);
				for (const label of labels) {
					const box = label.getBoundingClientRect();
					const scale = label.getScreenCTM();
					const size =
						parseFloat(getComputedStyle(label).fontSize) * Math.hypot(scale?.a ?? 1, scale?.b ?? 0);
					const words = `${id}: ${label.textContent.trim().replace(/\s+/g, ' ')}`;
					if (size < 11.99) faults.small.push(`${words} (${size.toFixed(1)} px)`);
					const left = Math.max(frame.left - 2, 0);
					const right = Math.min(frame.right + 2, document.documentElement.clientWidth);
					if (
						box.left < left ||
						box.right > right ||
						box.top < frame.top - 1 ||
						box.bottom > frame.bottom + 1
					) {
						faults.cut.push(
							`${words} (${Math.round(box.left)} to ${Math.round(box.right)} of ${Math.round(right)})`
						);
					}
				}
				labels.forEach((label, index) => {
					const box = label.getBoundingClientRect();
					for (const other of labels.slice(index + 1)) {
						const next = other.getBoundingClientRect();
						const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
						const tall = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
						// The box of a line of text is some px taller than its letters.
						if (wide > 1 && tall > 4) {
							faults.overlapping.push(
								`${id}: "${label.textContent.trim()}" on "${other.textContent.trim()}"`
							);
						}
					}
				});
			}
		}
		return faults;
	});
}

/** How far the page can be scrolled sideways, in px. */
export function sidewaysScroll(page: Page | Frame): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Marks of which neither the fill nor the outline has 3:1 against the ground, one line each. */
export function faintMarks(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
		if (!canvas) throw new Error('No canvas to read colours with.');
		const rgb = (colour: string, under?: number[]): number[] => {
			canvas.fillStyle = under ? `rgb(${under.join(',')})` : '#fff';
			canvas.fillRect(0, 0, 1, 1);
			canvas.fillStyle = colour;
			canvas.fillRect(0, 0, 1, 1);
			return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
		};
		const light = (parts: number[]) => {
			const [r = 0, g = 0, b = 0] = parts.map((part) => {
				const share = part / 255;
				return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		const ground = rgb(getComputedStyle(document.documentElement).backgroundColor);
		const faults = new Set<string>();
		const areas = '.areas :is(path, rect, circle):not(.reading, .ground)';
		for (const mark of document.querySelectorAll(
			`svg.panel :is(.bars rect, .lines path, .dots path, ${areas})`
		)) {
			const style = getComputedStyle(mark);
			// A hatch says that nothing is shown; its own lines are not marks.
			if (style.fill.startsWith('url')) continue;
			const colours = [style.fill, style.stroke].filter(
				(colour) => colour !== 'none' && !colour.startsWith('url')
			);
			const contrast = colours.map((colour) => {
				const [a, b] = [light(rgb(colour, ground)), light(ground)];
				return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
			});
			const best = Math.max(0, ...contrast);
			if (colours.length && best < 3) {
				const chart = mark.closest('[data-chart]')?.getAttribute('data-chart');
				faults.add(
					`${chart}: ${mark.tagName}.${mark.getAttribute('class')} ${colours.join(' ')} ${best.toFixed(2)}:1`
				);
			}
		}
		return [...faults];
	});
}

/** Hides the letters of all pictures. */
export async function withoutLetters(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const text of document.querySelectorAll<SVGElement>('svg text')) text.style.display = 'none';
	});
}

/** Marks that touch a mark of another fill without a line of another lightness between them, one line each. */
export function touchingMarks(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const faults = new Set<string>();
		const id = (mark: Element) => mark.closest('[data-chart]')?.getAttribute('data-chart') ?? '';
		for (const group of document.querySelectorAll('svg.panel .bars')) {
			const bars = [...group.querySelectorAll('rect')].map((bar) => ({
				bar,
				box: bar.getBoundingClientRect(),
				fill: getComputedStyle(bar).fill
			}));
			for (const [at, { bar, box, fill }] of bars.entries()) {
				for (const next of bars.slice(at + 1)) {
					const wide = Math.min(box.right, next.box.right) - Math.max(box.left, next.box.left);
					const tall = Math.min(box.bottom, next.box.bottom) - Math.max(box.top, next.box.top);
					// Less than half a px of ground between them.
					// A part of less than two px has no room for a line of ground; it is told in words.
					const isHair = [box, next.box].some(({ width, height }) => Math.min(width, height) < 2);
					if (!isHair && fill !== next.fill && wide > -0.5 && tall > -0.5 && Math.max(wide, tall) > 1) {
						faults.add(`${id(bar)}: ${fill} touches ${next.fill}`);
					}
				}
			}
		}
		for (const area of document.querySelectorAll('svg.panel .areas path:not(.reading, .ground)')) {
			const { fill, stroke, strokeWidth } = getComputedStyle(area);
			if (stroke === 'none' || stroke === fill || parseFloat(strokeWidth) < 0.75) {
				faults.add(`${id(area)}: a place of ${fill} without an outline`);
			}
		}
		return [...faults];
	});
}
