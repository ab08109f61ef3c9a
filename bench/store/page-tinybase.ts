import { expose } from './page.ts'
import { openTinybase } from './tinybase.ts'

expose(openTinybase)
