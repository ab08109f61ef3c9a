import { openOurs } from './ours.ts'
import { expose } from './page.ts'

expose(openOurs)
