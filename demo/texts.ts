/** Every text that a person reads in the demo, in Korean and in English. */
import { en } from './texts/en.ts'
import { ko } from './texts/ko.ts'
import { names as namesEn } from './texts/names-en.ts'
import { names as namesKo } from './texts/names-ko.ts'

export const texts = { ko: { ...ko, ...namesKo }, en: { ...en, ...namesEn } }
