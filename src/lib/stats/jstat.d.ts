/** The parts of jStat that are used; the package brings no types of its own. */
declare module 'jstat' {
	interface Quantiles {
		normal: { inv(probability: number, mean: number, deviation: number): number };
		chisquare: { inv(probability: number, degrees: number): number };
		beta: { inv(probability: number, alpha: number, beta: number): number };
	}
	const jStat: Quantiles;
	export default jStat;
}
