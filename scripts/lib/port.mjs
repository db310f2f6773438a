import net from 'node:net';
import { Stop } from './stop.mjs';

/**
 * The port from PORT, 4173 by default.
 * @returns {number}
 */
export function wantedPort() {
	const text = process.env.PORT ?? '';
	if (text === '') return 4173;
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535) {
		throw new Stop(
			`PORT is "${text}", which is no port: set it to a number from 1 to 65535, or leave it out.`
		);
	}
	return port;
}

/**
 * Stops with a sentence when something answers at, or holds, a port.
 * @param {number} port
 */
export async function checkPort(port) {
	if (port === 0) return;
	// A listener on one address does not keep every system from listening on all of them, so both are tried.
	const taken = (await accepts('127.0.0.1', port)) || (await accepts('::1', port));
	const fault = taken ? 'EADDRINUSE' : await listenFault(port);
	if (fault) throw portStop(fault, port);
}

/**
 * @param {string} code of the system's error
 * @param {number} port
 */
export function portStop(code, port) {
	if (code === 'EADDRINUSE') {
		return new Stop(
			`Port ${port} is taken: stop the program that uses it, or choose another, such as PORT=${port < 65000 ? port + 1 : 4174} npm start.`
		);
	}
	return new Stop(`Port ${port} cannot be used (${code}): choose another, such as PORT=4174 npm start.`);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function accepts(host, port) {
	return new Promise((resolve) => {
		const socket = net.connect({ host, port, timeout: 1000 });
		const end = (/** @type {boolean} */ answer) => {
			socket.destroy();
			resolve(answer);
		};
		socket.on('connect', () => end(true));
		socket.on('error', () => end(false));
		socket.on('timeout', () => end(false));
	});
}

/**
 * @param {number} port
 * @returns {Promise<string | null>} the system's error code
 */
function listenFault(port) {
	return new Promise((resolve) => {
		const server = net.createServer();
		server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
		server.listen(port, () => server.close(() => resolve(null)));
	});
}
