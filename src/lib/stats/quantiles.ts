import jStat from 'jstat';

/** The value below which a standard normal variable falls with this probability. */
export function normalQuantile(probability: number): number {
	return jStat.normal.inv(probability, 0, 1);
}

/** The value below which a chi-square variable of these degrees of freedom falls with this probability. */
export function chiSquareQuantile(probability: number, degrees: number): number {
	return jStat.chisquare.inv(probability, degrees);
}

/** The value, 0 to 1, below which a beta variable of these two shapes falls with this probability. */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
	return jStat.beta.inv(probability, alpha, beta);
}
