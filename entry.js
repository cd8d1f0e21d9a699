export {initSync, start} from '/tmp/w/mj.js'
