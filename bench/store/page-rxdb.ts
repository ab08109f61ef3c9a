import { expose } from './page.ts'
import { openRxdb } from './rxdb.ts'

expose(openRxdb)
