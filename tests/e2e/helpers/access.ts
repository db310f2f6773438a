import type { Page } from '@playwright/test';

/** Spacing of letters, words, lines and paragraphs that a reader may set (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Sets the spacing of WCAG 1.4.12; a style sheet made by script is within the policy of the site. */
export async function spaceText(page: Page): Promise<void> {
	await page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	}, SPACING);
}

/** Elements whose words are cut off by their own box, one line each. */
export function cutWords(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('body *:not(option, .visually-hidden, .visually-hidden *)')]
			.filter((element) => {
				const style = getComputedStyle(element);
				const box = element.getBoundingClientRect();
				if (box.width < 2 || !element.checkVisibility() || element.closest('svg')) return false;
				const words = [...element.childNodes].some(
					(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
				);
				if (!words && element.tagName !== 'SELECT') return false;
				const isWide = element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible';
				const isTall = element.scrollHeight > element.clientHeight + 1 && style.overflowY !== 'visible';
				const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
				return (isWide || isTall) && !scrolls;
			})
			.map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`)
	);
}

/** Controls below 24 px that no exception of WCAG 2.5.8 covers, one line each. */
export function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const targets = [
			...document.querySelectorAll<HTMLElement>(
				'a[href], button, select, input, textarea, summary, [tabindex="0"]'
			)
		].filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1);
		/** A label is part of what can be pressed. */
		const boxOf = (target: HTMLElement) => {
			const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
			return (label ?? target).getBoundingClientRect();
		};
		/** A link in a sentence or a list of words is as tall as its line. */
		const isInSentence = (target: HTMLElement) =>
			getComputedStyle(target).display === 'inline' &&
			[...(target.parentElement?.childNodes ?? [])].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
		return targets
			.filter((target) => {
				const box = boxOf(target);
				if ((box.width >= 23.9 && box.height >= 23.9) || isInSentence(target)) return false;
				const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
				// Spacing: a circle of 24 px around it touches no other target.
				return targets.some((other) => {
					if (other === target || other.contains(target) || target.contains(other)) return false;
					const next = boxOf(other);
					const away = Math.hypot(
						Math.max(next.left - x, 0, x - next.right),
						Math.max(next.top - y, 0, y - next.bottom)
					);
					return away < 12;
				});
			})
			.map((target) => {
				const box = boxOf(target);
				return `${target.tagName}.${target.className} ${target.textContent.trim().slice(0, 40)}: ${Math.round(box.width)} x ${Math.round(box.height)}`;
			});
	});
}

/** Tables without a caption or name, and headers without a scope, one line each; folded ones as well. */
export function tableFaults(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('table:not([role="presentation"])')].flatMap((table) => {
			const caption = table.querySelector('caption')?.textContent.trim();
			const name = caption ?? table.getAttribute('aria-label') ?? table.getAttribute('aria-labelledby');
			const words = (caption ?? table.textContent.trim()).slice(0, 60);
			const headers = [...table.querySelectorAll('th')];
			return [
				...(name ? [] : [`no caption: ${words}`]),
				...(headers.length ? [] : [`no header: ${words}`]),
				...headers
					.filter((header) => !/^(col|row)(group)?$/.test(header.getAttribute('scope') ?? ''))
					.map((header) => `no scope: ${header.textContent.trim()} in ${words}`)
			];
		})
	);
}

/** What moves or would move, one line each. */
export function movingParts(page: Page): Promise<string[]> {
	return page.evaluate(() => [
		...document.getAnimations().map((each) => `moves: ${each.id}`),
		...[document.documentElement, ...document.querySelectorAll('body *')].flatMap((element) => {
			const style = getComputedStyle(element);
			const lasts = [style.transitionDuration, style.animationDuration]
				.flatMap((list) => list.split(','))
				.some((time) => parseFloat(time) > 0.01);
			return lasts || style.scrollBehavior === 'smooth'
				? [`would move: ${element.tagName}.${element.className}`]
				: [];
		})
	]);
}

/** How the element with the focus is hidden or covered; `''` where all of it that fits the window can be seen. */
export function coveredFocus(page: Page): Promise<{ name: string; at: number; fault: string } | null> {
	return page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return null;
		const box = (
			focused instanceof HTMLInputElement ? (focused.labels?.[0] ?? focused) : focused
		).getBoundingClientRect();
		const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
		const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
		const name = `${focused.tagName}.${focused.className} ${focused.textContent.trim().slice(0, 40)}`;
		const at = [...document.querySelectorAll('*')].indexOf(focused);
		// What has the focus in a frame, the frame's own document brings into sight.
		if (focused instanceof HTMLIFrameElement) return { name, at, fault: '' };
		if (right - left < 1 || bottom - top < 1) return { name, at, fault: 'out of sight' };
		const isStuck = (element: Element | null): boolean =>
			element !== null &&
			(/fixed|sticky/.test(getComputedStyle(element).position) || isStuck(element.parentElement));
		const covers = [0.1, 0.5, 0.9].map((part) => {
			const hit = document.elementFromPoint(left + (right - left) / 2, top + (bottom - top) * part);
			const isOwn = !hit || focused.contains(hit) || hit.contains(focused);
			return !isOwn && isStuck(hit) ? `under ${hit.tagName}.${hit.className}` : '';
		});
		// What is taller than most of the window cannot be seen whole beside a bar; its middle can.
		const isTall = box.height > innerHeight * 0.6;
		const fault = isTall ? (covers.every(Boolean) ? covers[1] : '') : covers.find(Boolean);
		return { name, at, fault: fault ?? '' };
	});
}
