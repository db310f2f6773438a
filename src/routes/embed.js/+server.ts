import loader from '$embed/loader.js?raw';

export const prerender = true;

export const GET = () => new Response(loader, { headers: { 'content-type': 'text/javascript' } });
