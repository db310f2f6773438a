const LOUDNESS = 0.2;
/** Seconds in which a tone swells and fades, so that it does not click. */
const EDGE = 0.02;

/** What plays tones in this browser. */
export interface Speaker {
	tone: (hertz: number, pan: number, seconds: number) => void;
	/** Silent at once. */
	close: () => void;
}

/** Opens the loudspeaker; to be called from a click, since browsers refuse sound that nobody asked for. */
export async function openSpeaker(): Promise<Speaker> {
	const context = new AudioContext();
	await context.resume();
	return {
		tone(hertz, pan, seconds) {
			const from = context.currentTime;
			const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
			const gain = new GainNode(context, { gain: 0 });
			gain.gain.setValueAtTime(0, from);
			gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE);
			gain.gain.setValueAtTime(LOUDNESS, from + seconds - EDGE);
			gain.gain.linearRampToValueAtTime(0, from + seconds);
			oscillator.connect(gain).connect(new StereoPannerNode(context, { pan })).connect(context.destination);
			oscillator.start(from);
			oscillator.stop(from + seconds);
		},
		close() {
			if (context.state !== 'closed') void context.close();
		}
	};
}
