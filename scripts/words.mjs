#!/usr/bin/env node
// npm run words: turns the message files into functions.
import './lib/guard.mjs';
import { compile } from '@inlang/paraglide-js';
import { WORDS_OPTIONS } from './lib/words.mjs';

await compile(WORDS_OPTIONS);
