/** A label that wants to stand at `y` (its middle) and takes `height` px. */
export interface Spread {
	y: number;
	height: number;
}

interface Cluster {
	members: number[];
	height: number;
	/** Sum of the tops at which each member would like the cluster to begin. */
	wish: number;
	top: number;
}

/**
 * Pushes labels apart with the least movement, keeping their order.
 * @returns the middle of each label, in the order given; none overlaps another, and all lie between
 * `minimum` and `maximum` if their heights fit between them
 */
export function spreadLabels(labels: Spread[], minimum: number, maximum: number): number[] {
	const order = labels
		.map((_, index) => index)
		.sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0) || a - b);
	const clusters: Cluster[] = [];
	const settle = (cluster: Cluster) => {
		const wish = cluster.wish / cluster.members.length;
		cluster.top = Math.max(minimum, Math.min(wish, maximum - cluster.height));
	};
	for (const index of order) {
		const label = labels[index];
		if (!label) continue;
		let cluster: Cluster = {
			members: [index],
			height: label.height,
			wish: label.y - label.height / 2,
			top: 0
		};
		settle(cluster);
		for (
			let above = clusters.at(-1);
			above && above.top + above.height > cluster.top;
			above = clusters.at(-1)
		) {
			clusters.pop();
			cluster = {
				members: [...above.members, ...cluster.members],
				height: above.height + cluster.height,
				wish: above.wish + cluster.wish - cluster.members.length * above.height,
				top: 0
			};
			settle(cluster);
		}
		clusters.push(cluster);
	}
	const middles = labels.map((label) => label.y);
	for (const { members, top } of clusters) {
		let at = top;
		for (const index of members) {
			const height = labels[index]?.height ?? 0;
			middles[index] = at + height / 2;
			at += height;
		}
	}
	return middles;
}
